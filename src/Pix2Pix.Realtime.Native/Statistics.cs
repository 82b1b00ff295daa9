namespace Pix2Pix.Realtime.Native;

/// <summary>Counts what a translator does. Any thread; a reader never waits for a translation.</summary>
internal sealed class Statistics
{
    private readonly Lock _gate = new();
    private uint _loads;
    private ulong _translated;
    private ulong _submitted;
    private ulong _dropped;
    private TimeSpan _last;
    private TimeSpan _total;

    public void Loaded()
    {
        lock (_gate)
        {
            _loads++;
        }
    }

    /// <param name="time">One translation's, conversions and all.</param>
    public void Translated(TimeSpan time)
    {
        lock (_gate)
        {
            _translated++;
            _last = time;
            _total += time;
        }
    }

    /// <param name="dropped">Whether one that nobody had translated yet made place for it.</param>
    public void Submitted(bool dropped)
    {
        lock (_gate)
        {
            _submitted++;
            _dropped += dropped ? 1u : 0u;
        }
    }

    /// <summary>One whose translation was cancelled.</summary>
    public void Dropped()
    {
        lock (_gate)
        {
            _dropped++;
        }
    }

    public void Read(ref NativeStats stats)
    {
        lock (_gate)
        {
            stats.Loads = _loads;
            stats.Translated = _translated;
            stats.Submitted = _submitted;
            stats.Dropped = _dropped;
            stats.LastMilliseconds = _last.TotalMilliseconds;
            stats.MeanMilliseconds = _translated == 0 ? 0 : _total.TotalMilliseconds / _translated;
        }
    }
}
