using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Silk.NET.OpenGL;
using Texture = Pix2Pix.Realtime.Rendering.Graphics.Texture;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>Lays the panel over what was drawn, only where there is something of it. Thread contract: the GL thread. It owns nothing.</summary>
public sealed class PanelPass
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;

    public PanelPass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _program = device.Shaders.Get("panel");
    }

    /// <summary>Draws the parts of the panel that lie in <paramref name="areas"/>, pixel for pixel.</summary>
    /// <param name="target">As large as the panel.</param>
    /// <param name="panel">RGBA8, alpha premultiplied.</param>
    /// <param name="areas">Must not overlap: a translucent pixel would be laid down twice.</param>
    public void Draw(RenderTarget target, Texture panel, ReadOnlySpan<PixelRect> areas)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var gl = _device.Gl;
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        panel.Bind(0);
        foreach (var area in areas)
        {
            var visible = area.Intersect(new PixelRect(target.Size)).Intersect(new PixelRect(panel.Size));
            if (!visible.IsEmpty)
            {
                _program.Begin(_device, target, visible);
                _program.Set("uPanel", 0);
                _device.DrawViewport();
            }
        }

        gl.Disable(EnableCap.Blend);
    }
}
