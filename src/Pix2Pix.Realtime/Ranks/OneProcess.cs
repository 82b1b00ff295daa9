namespace Pix2Pix.Realtime.Ranks;

/// <summary>A process that works alone: it meets nobody, and every sum is its own. Any thread.</summary>
internal sealed class OneProcess : IRanks
{
    private OneProcess() { }

    public static OneProcess Instance { get; } = new();

    public int Rank => 0;

    public int Count => 1;

    public int LocalRank => 0;

    public int LocalCount => 1;

    public string NameOf(int rank) => $"rank {rank} on {Environment.MachineName}";

    public void Sum(Span<double> values) { }

    public unsafe void Sum(float* values, int count) { }

    public void Share(Span<byte> bytes, int from = 0) { }

    public void Leave() { }
}
