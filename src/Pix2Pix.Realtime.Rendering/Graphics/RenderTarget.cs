using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Where a pass draws. Its pixels are counted from the top left, whichever way the driver stores them.</summary>
/// <param name="FramebufferName">The framebuffer object; 0 = the window's own.</param>
/// <param name="Size">Pixels.</param>
/// <param name="RowZeroIsTop">True for textures of this program, false for what OpenGL shows on a screen.</param>
public readonly record struct RenderTarget(uint FramebufferName, PixelSize Size, bool RowZeroIsTop)
{
    /// <summary>Makes it the target of drawing, limited to <paramref name="area"/>.</summary>
    public void Bind(GL gl, PixelRect area)
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, FramebufferName);
        gl.Viewport(area.X, RowZeroIsTop ? area.Y : Size.Height - area.Bottom, (uint)area.Width, (uint)area.Height);
    }

    /// <summary>
    /// Row in the pass = offset + sign * <c>gl_FragCoord.y</c>: what a fragment shader needs to count from the top.
    /// </summary>
    internal (float Offset, float Sign) RowMapping => RowZeroIsTop ? (0, 1) : (Size.Height, -1);
}
