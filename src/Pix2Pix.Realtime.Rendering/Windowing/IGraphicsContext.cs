using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// An OpenGL context and the surface that it draws on: a window or a picture in memory.
/// Thread contract: made, used and disposed on one thread, the GL thread, where the context is current from the start.
/// </summary>
public interface IGraphicsContext : IDisposable
{
    /// <summary>OpenGL core 3.3 or newer.</summary>
    GL Gl { get; }

    /// <summary>The framebuffer object that is shown; 0 = the window's own.</summary>
    uint FramebufferName { get; }

    /// <summary>The surface in pixels; 0x0 while a window is minimised.</summary>
    PixelSize FramebufferSize { get; }

    /// <summary>Whether the driver reset the GPU and gave the context up: nothing that was made in it is there any more, and nothing can be made.</summary>
    bool IsLost { get; }

    /// <summary>Shows what was drawn. A picture in memory only finishes drawing.</summary>
    void SwapBuffers();
}
