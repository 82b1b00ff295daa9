using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>No window, and a clock that makes one even step a frame, so that a run gives the same pictures on every machine.</summary>
internal sealed class SteppedPump : IPump
{
    private const double StepsPerSecond = 60;
    private long _steps = -1;

    public ReadOnlySpan<InputEvent> Events => [];

    public double Seconds => Math.Max(_steps, 0) / StepsPerSecond;

    public long TicksAt(double seconds) => 0;

    public bool IsStepped => true;

    public void Wait(TimeSpan timeout) => _steps++;

    public void Wake() { }

    public void Dispose() { }
}
