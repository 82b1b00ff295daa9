using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>Says why a stroke paints nothing where a live source lies over the painting, once for each source. Main thread.</summary>
/// <param name="live">Input and notices.</param>
/// <param name="turnOff">Gives the painting its place back.</param>
internal sealed class CoveredCanvas(LiveContext live, Action turnOff)
{
    private bool _isTold;

    /// <summary>Another source may be covering it.</summary>
    public void Reset() => _isTold = false;

    /// <summary>Once a frame, after the panel took its share of the input.</summary>
    /// <param name="isCovered">Whether a source covers it now.</param>
    public void Watch(bool isCovered)
    {
        var events = live.Pump.Events;
        for (var i = 0; isCovered && i < events.Length && !_isTold; i++)
        {
            ref readonly var input = ref events[i];
            if (input is { Kind: InputKind.PointerDown, Button: PointerButton.Left } && !live.Ui.Took(i) && live.Workspace.PaintArea.Contains(input.X, input.Y))
            {
                _isTold = true;
                live.Notices.Tell(ToastKind.Note, SourceTexts.CoversPainting, (SourceTexts.TurnOff, turnOff));
            }
        }
    }
}
