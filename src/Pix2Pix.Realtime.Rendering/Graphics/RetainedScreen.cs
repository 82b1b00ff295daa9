using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Windowing;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// The screen as it was drawn last, so that only what changed need be drawn again. What a window's buffer holds after a swap is the
/// driver's secret, so a window's picture is drawn in a texture and copied to it whole; a picture in memory keeps what it holds.
/// Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
/// <param name="device">Whose screen it is.</param>
/// <param name="context">The device's; stays its owner's.</param>
internal sealed class RetainedScreen(GraphicsDevice device, IGraphicsContext context) : IDisposable
{
    private Texture? _picture;
    private Framebuffer? _framebuffer;

    /// <summary>Where to draw.</summary>
    public RenderTarget Target { get; private set; }

    /// <summary>Makes <see cref="Target"/> as large as the screen, which must not be empty.</summary>
    /// <returns>Whether nothing of it was drawn yet.</returns>
    public bool Begin()
    {
        var screen = device.Screen;
        if (Target.Size == screen.Size)
        {
            return false;
        }

        if (context.FramebufferName != 0)
        {
            Target = screen;
            return true;
        }

        Dispose();
        _picture = new Texture(device, screen.Size, TextureFormat.Rgba8);
        _framebuffer = new Framebuffer(device, _picture.Name, screen.Size);
        Target = _framebuffer.Target with { RowZeroIsTop = screen.RowZeroIsTop };
        return true;
    }

    /// <summary>Copies what was drawn to where it is shown.</summary>
    public void Show()
    {
        var (gl, screen) = (device.Gl, device.Screen);

        // Others draw with the same context and know nothing of clips.
        screen.Bind(gl, new PixelRect(screen.Size));
        if (_framebuffer is not null)
        {
            gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, Target.FramebufferName);
            var (width, height) = (screen.Size.Width, screen.Size.Height);
            gl.BlitFramebuffer(0, 0, width, height, 0, 0, width, height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
        }
    }

    public void Dispose()
    {
        _framebuffer?.Dispose();
        _picture?.Dispose();
    }
}
