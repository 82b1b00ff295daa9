using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>Whether a window opens, and whether a picture can be drawn without one.</summary>
internal static class GraphicsCheck
{
    public static Finding Window()
    {
        try
        {
            using var window = SystemWindow.Open(new WindowOptions("pix2pix doctor", new PixelSize(64, 64)) { IsVisible = false });
            return new Finding("window", Verdict.Works, $"opens; {Describe(window.Gl)}");
        }
        catch (UserException fault)
        {
            return new Finding("window", Verdict.Optional, $"{fault.Message} 'live' runs headless instead");
        }
    }

    public static Finding Offscreen()
    {
        try
        {
            using var context = new OffscreenContext(new PixelSize(64, 64));
            return new Finding("off-screen", Verdict.Works, Describe(context.Gl));
        }
        catch (UserException fault)
        {
            return new Finding("off-screen", Verdict.Missing, fault.Message);
        }
    }

    /// <summary>Whether generators can run in compute shaders (<c>--provider gl</c>).</summary>
    public static Finding Compute()
    {
        try
        {
            using var context = new OffscreenContext(new PixelSize(64, 64));
            var card = ComputeSupport.Of(context.Gl);
            return card.Version >= ComputeSupport.FirstVersion
                ? new Finding("--provider gl", Verdict.Works, $"compute shaders, buffers up to {card.StorageBytes / 1e6:0} MB, {card.SharedBytes / 1024} KB shared")
                : new Finding("--provider gl", Verdict.Optional, $"needs OpenGL 4.3, found {card.Version / 10}.{card.Version % 10}; ONNX Runtime runs the generator instead");
        }
        catch (UserException fault)
        {
            return new Finding("--provider gl", Verdict.Optional, fault.Message);
        }
    }

    private static string Describe(GL gl)
    {
        var renderer = gl.GetStringS(StringName.Renderer);
        var words = $"OpenGL {gl.GetStringS(StringName.Version)} by {gl.GetStringS(StringName.Vendor)}, {renderer}";
        return renderer.Contains("llvmpipe", StringComparison.OrdinalIgnoreCase) ? $"{words}: renders on the CPU, no GPU found" : words;
    }
}
