using System.Diagnostics;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// Input from a window, real time. The window stays its owner's. A frame gets its events only as far as one of them may change who has the keyboard: a slow machine collects a click on a
/// text box and the Ctrl+C after it, and the letter is the text box's. The rest comes with the next frame, at once.
/// </summary>
internal sealed class WindowPump(IWindow window) : IPump
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _from;
    private int _to;

    public ReadOnlySpan<InputEvent> Events => window.Events[_from.._to];

    public double Seconds => Stopwatch.GetElapsedTime(_start).TotalSeconds;

    public long TicksAt(double seconds) => _start + (long)(seconds * Stopwatch.Frequency);

    public bool IsStepped => false;

    public void Wait(TimeSpan timeout)
    {
        _from = _to;
        if (_from >= window.Events.Length)
        {
            window.WaitEvents(timeout);
            _from = 0;
        }

        _to = Cut(window.Events, _from);
    }

    public void Wake() => window.Wake();

    public void Dispose() { }

    /// <returns>Before the first key or letter after something that may have given the keyboard away.</returns>
    private static int Cut(ReadOnlySpan<InputEvent> events, int from)
    {
        var mayHaveMoved = false;
        for (var i = from; i < events.Length; i++)
        {
            ref readonly var input = ref events[i];
            if (mayHaveMoved && input.Kind is InputKind.KeyDown or InputKind.Text && !IsModifier(input.Key))
            {
                return i;
            }

            mayHaveMoved |= input.Kind is InputKind.PointerDown or InputKind.PointerUp || (input.Kind == InputKind.KeyDown && MovesKeyboard(in input));
        }

        return events.Length;
    }

    /// <summary>Letters that are typed one after the other stay together, and so do arrows that are held.</summary>
    private static bool MovesKeyboard(in InputEvent input) =>
        input.Key is Key.Escape or Key.Enter or Key.KeypadEnter or Key.Tab or (>= Key.F1 and <= Key.F12) || (!IsModifier(input.Key) && (input.IsCommand || (input.Modifiers & KeyModifiers.Alt) != 0));

    private static bool IsModifier(Key key) => key is >= Key.LeftShift and <= Key.RightSuper;
}
