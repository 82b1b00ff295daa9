using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Lets passes draw into a texture. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
public sealed class Framebuffer : GraphicsObject
{
    private readonly uint _name;

    /// <param name="device">Its context must be current.</param>
    /// <param name="textureName">An RGBA8 2-D texture; it stays its owner's and must outlive this.</param>
    /// <param name="size">The texture's size.</param>
    public Framebuffer(GraphicsDevice device, uint textureName, PixelSize size) : base(device)
    {
        var gl = Device.Gl;
        _name = gl.GenFramebuffer();
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _name);
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, textureName, 0);
        var status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            Dispose();
            throw new InvalidOperationException($"The driver can't draw into a texture of {size} ({status}).");
        }

        Target = new RenderTarget(_name, size, RowZeroIsTop: true);
    }

    /// <summary>The whole texture as a target of passes, row 0 = top; valid until <c>Dispose</c>.</summary>
    public RenderTarget Target { get; }

    /// <inheritdoc />
    protected internal override void Delete(GL gl) => gl.DeleteFramebuffer(_name);
}
