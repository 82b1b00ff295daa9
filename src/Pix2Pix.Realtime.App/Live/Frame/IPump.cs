using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Where a live program's input and time come from: a window, or nobody. Thread contract: the main thread, except <see cref="Wake"/>.</summary>
internal interface IPump : IDisposable
{
    /// <summary>The input events of the last <see cref="Wait"/>.</summary>
    ReadOnlySpan<InputEvent> Events { get; }

    /// <summary>Seconds since the program began, by this pump's clock.</summary>
    double Seconds { get; }

    /// <summary>That time in <see cref="System.Diagnostics.Stopwatch"/> ticks; 0 where the clock has nothing to do with real time.</summary>
    long TicksAt(double seconds);

    /// <summary>Whether time only passes from frame to frame, so that every frame must wait for its own translation.</summary>
    bool IsStepped { get; }

    /// <summary>Sleeps until there is input, <see cref="Wake"/> was called or the time is over.</summary>
    void Wait(TimeSpan timeout);

    /// <summary>Any thread: ends the running or the next <see cref="Wait"/>.</summary>
    void Wake();
}
