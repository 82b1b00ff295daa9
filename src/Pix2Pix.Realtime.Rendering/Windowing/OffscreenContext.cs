using Pix2Pix.Realtime.Images;
using Silk.NET.Core.Contexts;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A picture in memory to draw on, with no window and no display: for headless runs, screenshots and tests.</summary>
public sealed class OffscreenContext : IGraphicsContext
{
    private readonly IGLContext _context;
    private readonly ResetStatus _reset;
    private readonly uint _color;

    /// <summary>Makes the picture and makes its context current on this thread.</summary>
    /// <param name="size">Pixels.</param>
    /// <param name="isDebug">Whether the driver explains wrong calls; costs speed.</param>
    /// <exception cref="UserException">No driver with OpenGL 3.3 that draws without a window.</exception>
    public OffscreenContext(PixelSize size, bool isDebug = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Height);
        FramebufferSize = size;
        _context = OperatingSystem.IsWindows() ? new WglGlContext(isDebug) : new EglGlContext(isDebug);
        Gl = GL.GetApi(_context);
        _reset = new ResetStatus(_context);
        _color = Gl.GenRenderbuffer();
        Gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, _color);
        Gl.RenderbufferStorage(RenderbufferTarget.Renderbuffer, InternalFormat.Rgba8, (uint)size.Width, (uint)size.Height);
        FramebufferName = Gl.GenFramebuffer();
        Gl.BindFramebuffer(FramebufferTarget.Framebuffer, FramebufferName);
        Gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, _color);
    }

    /// <inheritdoc />
    public GL Gl { get; }

    /// <inheritdoc />
    public uint FramebufferName { get; }

    /// <inheritdoc />
    public PixelSize FramebufferSize { get; }

    /// <inheritdoc />
    public bool IsLost => _reset.IsLost;

    /// <summary>Waits until everything is drawn: what the swap of a window does for the user who looks at it.</summary>
    public void SwapBuffers() => Gl.Finish();

    /// <summary>Deletes the picture and its context. The thread that made it; devices on it are disposed first.</summary>
    public void Dispose()
    {
        Gl.DeleteFramebuffer(FramebufferName);
        Gl.DeleteRenderbuffer(_color);
        Gl.Dispose();
        _context.Dispose();
    }
}
