using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Input that was recorded, a list for each frame, where a window's would be.</summary>
internal sealed class RecordedPump(params InputEvent[][] frames) : IPump
{
    private int _frame = -1;

    public ReadOnlySpan<InputEvent> Events => _frame >= 0 && _frame < frames.Length ? frames[_frame] : [];

    public double Seconds => Math.Max(_frame, 0) / 60.0;

    public bool IsStepped => true;

    public bool IsOver => _frame >= frames.Length - 1;

    public long TicksAt(double seconds) => 0;

    public void Wait(TimeSpan timeout) => _frame++;

    public void Wake() { }

    public void Dispose() { }
}
