using System.Diagnostics;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Input from a window, real time. The window stays its owner's.</summary>
internal sealed class WindowPump(IWindow window) : IPump
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public ReadOnlySpan<InputEvent> Events => window.Events;

    public double Seconds => Stopwatch.GetElapsedTime(_start).TotalSeconds;

    public long TicksAt(double seconds) => _start + (long)(seconds * Stopwatch.Frequency);

    public bool IsStepped => false;

    public void Wait(TimeSpan timeout) => window.WaitEvents(timeout);

    public void Wake() => window.Wake();

    public void Dispose() { }
}
