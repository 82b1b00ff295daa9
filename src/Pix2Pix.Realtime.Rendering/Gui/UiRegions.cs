using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// The parts of the window that take the pointer, by layer. Controls ask about the frame before as well, because what will lie over them
/// is declared after them. Thread contract: the UI thread.
/// </summary>
internal sealed class UiRegions
{
    private readonly Stack<(UiLayer Layer, PixelRect Clip)> _around = [];
    private List<(UiLayer Layer, PixelRect Rect)> _now = [];
    private List<(UiLayer Layer, PixelRect Rect)> _before = [];
    private UiLayer _lowestNext;

    /// <summary>Lower layers are disabled: a dialog is open.</summary>
    public UiLayer Lowest { get; private set; }

    /// <summary>Whether something was folded out in the frame before.</summary>
    public bool HasPopup { get; private set; }

    public void Begin()
    {
        (_now, _before) = (_before, _now);
        _now.Clear();
        HasPopup = false;
        foreach (var (layer, _) in _before)
        {
            HasPopup |= layer == UiLayer.Popup;
        }

        Lowest = _lowestNext;
        _lowestNext = UiLayer.Panel;
    }

    public void Push(UiLayer layer, PixelRect rect, PanelPainter painter, bool isModal)
    {
        _around.Push((painter.Layer, painter.Clip));
        _now.Add((layer, rect));
        if (isModal && layer > _lowestNext)
        {
            _lowestNext = layer;
        }
    }

    public void Pop(PanelPainter painter) => (painter.Layer, painter.Clip) = _around.Pop();

    /// <summary>Lower layers are enabled again from the next frame on.</summary>
    public void EndDialog() => _lowestNext = UiLayer.Panel;

    /// <summary>The topmost layer at a point.</summary>
    public UiLayer TopAt(double x, double y)
    {
        var top = UiLayer.Panel;
        foreach (var (layer, rect) in _before)
        {
            if (layer > top && rect.Contains(x, y))
            {
                top = layer;
            }
        }

        return top;
    }

    public bool Covers(PointerPosition at)
    {
        foreach (var (_, rect) in _now)
        {
            if (rect.Contains(at.X, at.Y))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consumes pointer events over the panel that no control used.</summary>
    public void TakePointer(UiInput input)
    {
        var isElsewhere = input.IsHeldElsewhere;
        for (var i = 0; i < input.Events.Length; i++)
        {
            ref readonly var happened = ref input.Events[i];
            switch (happened.Kind)
            {
                case InputKind.PointerDown when !input.IsTaken(i):
                    if (Covers(new PointerPosition(happened.X, happened.Y)))
                    {
                        input.Take(i);
                    }
                    else
                    {
                        isElsewhere = true;
                    }

                    break;
                case InputKind.PointerMove or InputKind.Wheel when input.Active != 0 || (!isElsewhere && Covers(new PointerPosition(happened.X, happened.Y))):
                    input.Take(i);
                    break;
                case InputKind.PointerUp:
                    isElsewhere = false;
                    break;
            }
        }
    }
}
