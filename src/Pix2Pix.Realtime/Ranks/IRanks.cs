namespace Pix2Pix.Realtime.Ranks;

/// <summary>
/// The processes that do one piece of work together, numbered from 0, seen from one of them. Every call but the properties is a meeting: it returns when all ranks have made
/// the same call. Thread contract: one thread at a time.
/// </summary>
internal interface IRanks
{
    /// <summary>This process's number, 0..<see cref="Count"/>-1. Rank 0 alone writes files and speaks to people.</summary>
    int Rank { get; }

    /// <summary>How many processes work together; at least 1.</summary>
    int Count { get; }

    /// <summary>This process's number among those of its machine, from 0.</summary>
    int LocalRank { get; }

    /// <summary>How many of the processes run on this machine; at least 1.</summary>
    int LocalCount { get; }

    /// <summary>A rank as sentences name it, e.g. <c>rank 1 on node-b</c>.</summary>
    string NameOf(int rank);

    /// <summary>Replaces each value by its sum over all ranks. The wait for the others costs no processor time.</summary>
    void Sum(Span<double> values);

    /// <summary>Replaces each value by its sum over all ranks, the same bits on every rank. For gradients: it waits actively, which is quickest where all arrive together.</summary>
    /// <param name="values">The first of the values; the memory must not move.</param>
    /// <param name="count">How many.</param>
    unsafe void Sum(float* values, int count);

    /// <summary>Overwrites the bytes by those of one rank.</summary>
    /// <param name="bytes">As many on every rank.</param>
    /// <param name="from">Whose bytes count.</param>
    void Share(Span<byte> bytes, int from = 0);

    /// <summary>Ends the meetings in good order. A process that fails does not call it: then the launcher ends the other ranks too.</summary>
    void Leave();
}
