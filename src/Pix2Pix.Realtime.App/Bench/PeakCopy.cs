namespace Pix2Pix.Realtime.App.Bench;

/// <summary>A large copy with all processors: how fast this machine moves bytes at best.</summary>
internal sealed class PeakCopy
{
    private const int Bytes = 128 << 20;

    private readonly byte[] _from = new byte[Bytes];
    private readonly byte[] _to = new byte[Bytes];

    /// <summary>Bytes that one <see cref="Run"/> moves, those read and those written.</summary>
    public static double Moved => 2.0 * Bytes;

    /// <summary>One copy.</summary>
    public void Run()
    {
        var part = Bytes / Environment.ProcessorCount;
        Parallel.For(0, Environment.ProcessorCount, i => _from.AsSpan(i * part, part).CopyTo(_to.AsSpan(i * part, part)));
    }
}
