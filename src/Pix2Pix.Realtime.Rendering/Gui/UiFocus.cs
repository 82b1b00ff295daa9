using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Which control has the keyboard; Tab moves it on in the order in which the controls were declared. Thread contract: the UI thread.</summary>
internal sealed class UiFocus
{
    private readonly List<ulong> _order = [];
    private UiLayer _lowest;
    private int _asked;

    /// <summary>The control that has the keyboard; 0 = none.</summary>
    public ulong Current { get; private set; }

    /// <summary>Whether a ring shows it: after Tab, not after a click.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Whether the one that has it is for typing, so that letters are not shortcuts.</summary>
    public bool IsTyping { get; private set; }

    /// <summary>Where the control lies that has it, in pixels.</summary>
    internal PixelRect Rect { get; private set; }

    /// <summary>Whether the control that has it was declared in this frame so far.</summary>
    internal bool WasSeen { get; private set; }

    /// <summary>Whether Tab moved it just before this frame, so that it may have to be scrolled into view.</summary>
    internal bool HasMoved { get; private set; }

    public void Set(ulong id, bool isShown = false)
    {
        (Current, IsShown) = (id, isShown);
        WasSeen = true;
        IsTyping = false;
    }

    /// <summary>Makes a control one of those that Tab goes through.</summary>
    /// <returns>Whether it has the keyboard.</returns>
    internal bool Declare(ulong id, PixelRect rect, UiLayer layer, bool isTyping)
    {
        if (layer < _lowest)
        {
            return false;
        }

        _order.Add(id);
        if (id != Current)
        {
            return false;
        }

        (WasSeen, IsTyping, Rect) = (true, isTyping, rect);
        return true;
    }

    /// <param name="lowest">What lies below a dialog can't have the keyboard.</param>
    internal void Begin(UiLayer lowest)
    {
        _order.Clear();
        _lowest = lowest;
        WasSeen = false;
    }

    /// <summary>A dialog opens in this frame: what was declared below it can't have the keyboard, and a Tab of this frame is the dialog's.</summary>
    internal void Raise(UiLayer lowest)
    {
        if (lowest <= _lowest)
        {
            return;
        }

        if (_order.Contains(Current))
        {
            Set(0);
        }

        _order.Clear();
        _lowest = lowest;
    }

    internal void End(UiInput input)
    {
        HasMoved = false;
        // A click beside a dialog must not take the keyboard from what is typed into it.
        if (!WasSeen || (_lowest == UiLayer.Panel && IsPressedElsewhere(input)))
        {
            Set(0);
        }

        if (_asked != 0)
        {
            Move(_asked);
        }
        else if (input.TakeKey(new Shortcut(Key.Tab, KeyModifiers.Shift)))
        {
            Move(-1);
        }
        else if (input.TakeKey(Key.Tab))
        {
            Move(1);
        }
        else if (Current != 0 && input.TakeKey(Key.Escape))
        {
            Set(0);
        }

        _asked = 0;
    }

    /// <summary>Where the condition holds, gives the keyboard to the next control that was declared, or to the one before; the ends join.</summary>
    /// <remarks>It happens at the end of the frame, when all are known.</remarks>
    internal void StepIf(bool condition, int by) => _asked = condition ? by : _asked;

    private void Move(int by)
    {
        if (_order.Count == 0)
        {
            return;
        }

        var index = _order.IndexOf(Current);
        index = index < 0 ? (by > 0 ? 0 : _order.Count - 1) : (index + by + _order.Count) % _order.Count;
        Set(_order[index], isShown: true);
        HasMoved = true;
    }

    private static bool IsPressedElsewhere(UiInput input)
    {
        for (var i = 0; i < input.Events.Length; i++)
        {
            if (input.Events[i].Kind == InputKind.PointerDown && !input.IsTaken(i))
            {
                return true;
            }
        }

        return false;
    }
}
