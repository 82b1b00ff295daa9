using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A part that draws its area when the screen is drawn anew. GL thread.</summary>
internal interface IDrawn
{
    void Draw(RenderTarget screen);

    /// <summary>Called when what was drawn is on the screen, with the time in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    void Shown(long photonTicks) { }
}
