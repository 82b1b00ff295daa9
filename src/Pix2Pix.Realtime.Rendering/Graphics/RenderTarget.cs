using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Where a pass draws. Pixels are counted from the top left, in whichever order the driver stores them.</summary>
/// <param name="FramebufferName">The framebuffer object; 0 = the window's own.</param>
/// <param name="Size">Pixels.</param>
/// <param name="RowZeroIsTop">True for textures of this program, false for what OpenGL shows on a screen.</param>
public readonly record struct RenderTarget(uint FramebufferName, PixelSize Size, bool RowZeroIsTop)
{
    /// <summary>The part that is redrawn, in pixels; what lies outside stays as it is. Null = all of it.</summary>
    public PixelRect? Clip { get; init; }

    /// <summary>Makes it the target of drawing, limited to <paramref name="area"/>, whose pixels a pass counts by, and to <see cref="Clip"/>.</summary>
    public void Bind(GL gl, PixelRect area)
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, FramebufferName);
        gl.Viewport(area.X, Bottom(area), (uint)area.Width, (uint)area.Height);
        if (Clip is { } clip)
        {
            gl.Enable(EnableCap.ScissorTest);
            gl.Scissor(clip.X, Bottom(clip), (uint)clip.Width, (uint)clip.Height);
        }
        else
        {
            gl.Disable(EnableCap.ScissorTest);
        }
    }

    /// <summary>The visible part of an area.</summary>
    public PixelRect Visible(PixelRect area) => area.Intersect(Clip ?? new PixelRect(Size));

    /// <summary>
    /// Row in the pass = offset + sign * <c>gl_FragCoord.y</c>: what a fragment shader needs to count from the top.
    /// </summary>
    internal (float Offset, float Sign) RowMapping => RowZeroIsTop ? (0, 1) : (Size.Height, -1);

    private int Bottom(PixelRect area) => RowZeroIsTop ? area.Y : Size.Height - area.Bottom;
}
