using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Collects the areas to redraw and the next time the loop has to run without input. Times are in the pump's seconds. Main thread.</summary>
internal sealed class FrameScheduler(Workspace workspace)
{
    private bool _keepsDrawing;

    /// <summary>The areas that differ from the screen.</summary>
    public Damage Damage { get; } = new();

    /// <summary>Until when the next picture waits for a translation that is about to arrive.</summary>
    public double HeldUntil { get; private set; }

    /// <summary>When the loop has to run again; infinity = only when it is woken.</summary>
    public double NextDue { get; private set; } = double.PositiveInfinity;

    /// <summary>Runs the loop again at that time, or earlier. Holds until the next frame begins: who still needs it then asks again.</summary>
    public void WakeAt(double seconds) => NextDue = Math.Min(NextDue, seconds);

    /// <summary>Lets the next picture wait, so that paint and its translation are drawn once and together; 0 = no longer.</summary>
    public void HoldUntil(double seconds) => HeldUntil = seconds;

    /// <summary>Everything may look different.</summary>
    public void RequestDraw() => Damage.AddAll();

    /// <summary>A part of the screen looks different.</summary>
    /// <param name="part">Pixels; may be empty.</param>
    public void RequestDraw(PixelRect part) => Damage.Add(part);

    /// <summary>A part of what is translated looks different: where it is painted on, and where it lies against the translation.</summary>
    /// <param name="part">Pixels of the label map.</param>
    public void RequestDrawOfInput(PixelRect part)
    {
        RequestDraw(workspace.CanvasView.ToScreen(part).Intersect(workspace.Canvas));
        if (workspace.ShowsInputOverTranslation)
        {
            RequestDrawOfTranslation();
        }
    }

    /// <summary>The translation looks different.</summary>
    public void RequestDrawOfTranslation()
    {
        var picture = new PixelRect(workspace.Picture);
        RequestDraw(workspace.TranslationView.ToScreen(picture).Intersect(workspace.Translation));
        RequestDraw(workspace.SecondView.ToScreen(picture).Intersect(workspace.Second));
    }

    /// <summary>Something moves by itself: draws, and after that picture another one, at the display's rate.</summary>
    public void KeepDrawing()
    {
        _keepsDrawing = true;
        RequestDraw();
    }

    /// <summary>The loop begins a frame.</summary>
    public void BeginFrame() => NextDue = double.PositiveInfinity;

    /// <summary>The loop has drawn all damage.</summary>
    public void HasDrawn()
    {
        Damage.Clear();
        if (_keepsDrawing)
        {
            _keepsDrawing = false;
            RequestDraw();
        }
    }
}
