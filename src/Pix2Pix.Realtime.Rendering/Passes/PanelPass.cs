using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Silk.NET.OpenGL;
using Texture = Pix2Pix.Realtime.Rendering.Graphics.Texture;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// Lays the panel over what was drawn: uploads what changed of it, and blends only where there is something of it.
/// Thread contract: the GL thread, which is the UI thread; <c>Dispose</c> any thread.
/// </summary>
internal sealed class PanelPass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;
    private Texture? _texture;

    public PanelPass(GraphicsDevice device)
    {
        _device = device;
        _program = device.Shaders.Get("panel");
    }

    /// <summary>Draws the panel, pixel for pixel.</summary>
    /// <param name="target">As large as the panel.</param>
    /// <param name="panel">Its changes are taken.</param>
    public void Draw(RenderTarget target, PanelRaster panel)
    {
        if (panel.Size.IsEmpty)
        {
            return;
        }

        Upload(panel);
        var gl = _device.Gl;
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        _texture!.Bind(0);
        for (var i = 0; i < panel.Covered.Count; i++)
        {
            var area = target.Visible(panel.Covered[i]);
            if (!area.IsEmpty)
            {
                _program.Begin(_device, target, area);
                _program.Set("uPanel", 0);
                _device.DrawViewport();
            }
        }

        gl.Disable(EnableCap.Blend);
    }

    public void Dispose() => _texture?.Dispose();

    private void Upload(PanelRaster panel)
    {
        if (_texture is null || _texture.Size != panel.Size)
        {
            _texture?.Dispose();
            _texture = new Texture(_device, panel.Size, TextureFormat.Rgba8);
            _texture.Upload(panel.Pixels);
        }
        else
        {
            for (var i = 0; i < panel.Changes.Count; i++)
            {
                _texture.Upload(panel.Pixels, panel.Changes[i]);
            }
        }

        panel.TakeChanges();
    }
}
