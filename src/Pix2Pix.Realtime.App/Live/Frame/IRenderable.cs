using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A part of the frame: it paints, advances, and draws its area of the screen. GL thread.</summary>
internal interface IRenderable
{
    /// <summary>Paints what input asks for, once a frame: after the panel took its share of the input, before the scene's <c>LateUpdate</c>.</summary>
    void Paint(FrameTime time) { }

    /// <summary>Asks for what it needs to be drawn again. Once a frame, after the scene's <c>LateUpdate</c>.</summary>
    void Advance() { }

    void Draw(RenderTarget screen);

    /// <summary>Called when what was drawn is on the screen, with the time in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
    void Shown(long photonTicks) { }
}
