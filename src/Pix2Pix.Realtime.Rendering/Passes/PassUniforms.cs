using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>The uniforms of every pass: target and view.</summary>
internal static class PassUniforms
{
    /// <summary>Makes the program and the target current and tells it how rows are counted.</summary>
    public static void Begin(this ShaderProgram program, GraphicsDevice device, RenderTarget target, PixelRect area)
    {
        target.Bind(device.Gl, area);
        program.Use();
        var (offset, sign) = target.RowMapping;
        program.Set("uRows", offset, sign);
    }

    public static void SetView(this ShaderProgram program, ViewTransform view)
    {
        program.Set("uOrigin", view.Origin);
        program.Set("uScale", view.Scale);
    }

    public static void SetView(this ShaderProgram program, ViewTransform view, Rgb surround)
    {
        program.SetView(view);
        program.Set("uSurround", new Vector4(surround.R, surround.G, surround.B, byte.MaxValue) / byte.MaxValue);
    }
}
