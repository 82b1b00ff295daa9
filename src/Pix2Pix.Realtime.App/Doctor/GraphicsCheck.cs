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
            using var window = SystemWindow.Open(new WindowOptions(DoctorTexts.WindowTitle, new PixelSize(64, 64)) { IsVisible = false });
            return new Finding("window", Verdict.Works, DoctorTexts.WindowOpens(Describe(window.Gl)));
        }
        catch (UserException fault)
        {
            return new Finding("window", Verdict.Optional, DoctorTexts.NoWindow(fault.Message));
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
                ? new Finding(DoctorTexts.ProviderGl, Verdict.Works, DoctorTexts.ComputeShaders(card.StorageBytes / 1e6, card.SharedBytes / 1024))
                : new Finding(DoctorTexts.ProviderGl, Verdict.Optional, DoctorTexts.NoComputeShaders(card.Version / 10, card.Version % 10));
        }
        catch (UserException fault)
        {
            return new Finding(DoctorTexts.ProviderGl, Verdict.Optional, fault.Message);
        }
    }

    private static string Describe(GL gl)
    {
        var renderer = gl.GetStringS(StringName.Renderer);
        var words = DoctorTexts.Renderer(gl.GetStringS(StringName.Version), gl.GetStringS(StringName.Vendor), renderer);
        return renderer.Contains("llvmpipe", StringComparison.OrdinalIgnoreCase) ? DoctorTexts.SoftwareRenderer(words) : words;
    }
}
