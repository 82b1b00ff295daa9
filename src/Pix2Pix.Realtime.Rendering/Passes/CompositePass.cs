using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>Draws a translation at the scale of the view, alone or against a second picture, usually the label map. Thread contract: the GL thread. It owns nothing.</summary>
public sealed class CompositePass
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram?[,] _programs = new ShaderProgram?[Enum.GetValues<UpscaleFilter>().Length, Enum.GetValues<CompositeMode>().Length];

    /// <summary>Compiles its shader at the first use of the device, with the files of the device's shader folder.</summary>
    /// <param name="device">Its context must be current; it must outlive the pass.</param>
    /// <exception cref="UserException">A shader file is missing or doesn't compile.</exception>
    public CompositePass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _ = Program(Filter, Mode);
    }

    /// <summary>How the picture is enlarged.</summary>
    public UpscaleFilter Filter { get; set; } = UpscaleFilter.Smooth;

    /// <summary>How the two pictures share the area.</summary>
    public CompositeMode Mode { get; set; }

    /// <summary>Where the line of <see cref="CompositeMode.Split"/> is: 0..1 of the picture's width.</summary>
    public float Split { get; set; } = 0.5f;

    /// <summary>How much of the second picture <see cref="CompositeMode.Overlay"/> shows: 0..1.</summary>
    public float Opacity { get; set; } = 0.5f;

    /// <summary>How much steeper <see cref="UpscaleFilter.Sharp"/> makes edges: 0 = Catmull-Rom alone, 1 = strongly.</summary>
    public float Sharpness { get; set; } = 0.5f;

    /// <summary>The colour around the picture.</summary>
    public Rgb Surround { get; set; }

    /// <summary>Draws into <paramref name="area"/>, and the surround where the picture doesn't reach.</summary>
    /// <param name="target">Where to draw.</param>
    /// <param name="area">The part of the target to fill.</param>
    /// <param name="view">Where the picture lies, in pixels of the target.</param>
    /// <param name="extent">The picture's size in the view's terms; both textures are stretched to it.</param>
    /// <param name="picture">RGBA8.</param>
    /// <param name="second">RGBA8; null = the picture alone, whatever the mode.</param>
    public void Draw(RenderTarget target, PixelRect area, ViewTransform view, PixelSize extent, Texture picture, Texture? second)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (target.Visible(area).IsEmpty || extent.IsEmpty)
        {
            return;
        }

        var program = Program(Filter, second is null ? CompositeMode.Plain : Mode);
        program.Begin(_device, target, area);
        program.SetView(view, Surround);
        program.Set("uExtent", extent.Width, extent.Height);
        picture.Bind(0);
        program.Set("uPicture", 0);
        (second ?? picture).Bind(1);
        program.Set("uSecond", 1);
        program.Set("uSplit", Split);
        program.Set("uOpacity", Opacity);
        program.Set("uSharpness", Sharpness);
        _device.DrawViewport();
    }

    private ShaderProgram Program(UpscaleFilter filter, CompositeMode mode) =>
        _programs[(int)filter, (int)mode] ??= _device.Shaders.Get("composite", $"#define FILTER {(int)filter}\n#define MODE {(int)mode}");
}
