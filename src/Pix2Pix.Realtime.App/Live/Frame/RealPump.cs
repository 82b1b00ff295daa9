using System.Diagnostics;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>No window and no input but saved strokes; real time.</summary>
internal sealed class RealPump : IPump
{
    private readonly AutoResetEvent _woken = new(false);
    private readonly long _start = Stopwatch.GetTimestamp();

    public ReadOnlySpan<InputEvent> Events => [];

    public double Seconds => Stopwatch.GetElapsedTime(_start).TotalSeconds;

    public long TicksAt(double seconds) => _start + (long)(seconds * Stopwatch.Frequency);

    public bool IsStepped => false;

    /// <summary>The system counts in whole milliseconds; rounded down, the last one would be spent in frames that find nothing to do.</summary>
    public void Wait(TimeSpan timeout) => _woken.WaitOne(timeout == Timeout.InfiniteTimeSpan ? Timeout.Infinite : (int)Math.Ceiling(timeout.TotalMilliseconds));

    public void Wake() => _woken.Set();

    public void Dispose() => _woken.Dispose();
}
