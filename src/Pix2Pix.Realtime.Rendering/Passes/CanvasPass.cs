using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// Draws a label map: class ids and palette are two small textures that a shader combines, so a stroke uploads one byte per pixel of its dirty rectangle.
/// Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class CanvasPass : IDisposable
{
    private const int PaletteSize = 256;

    /// <summary>Screen pixels for one of the label map from which on the grid helps rather than hides.</summary>
    private const float GridFromScale = 8;
    private const float GridStrength = 0.25f;

    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _plain;
    private readonly ShaderProgram _grid;
    private readonly ShaderProgram _brush;
    private readonly Texture _palette;
    private readonly Texture _shown;
    private Texture? _labels;
    private Texture? _picture;
    private Framebuffer? _pictureTarget;

    /// <summary>The part of the picture that shows an older label map.</summary>
    private PixelRect _stale;

    /// <summary>Compiles its shader at the first use of the device, with the files of the device's shader folder.</summary>
    /// <param name="device">Its context must be current; it must outlive the pass.</param>
    /// <exception cref="UserException">A shader file is missing or doesn't compile.</exception>
    public CanvasPass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _plain = device.Shaders.Get("canvas");
        _grid = device.Shaders.Get("canvas", "#define GRID");
        _brush = device.Shaders.Get("brush");
        _palette = new Texture(device, new PixelSize(PaletteSize, 1), TextureFormat.Rgba8);
        _shown = new Texture(device, new PixelSize(PaletteSize, 1), TextureFormat.Rgba8);
    }

    /// <summary>Whether lines between the pixels are drawn when zoomed in.</summary>
    public bool ShowsGrid { get; set; }

    /// <summary>The colour around the label map.</summary>
    public Rgb Surround { get; set; }

    /// <summary>Sets the colour of each class; ids that no class has are black.</summary>
    public void SetPalette(IEnumerable<LabelClass> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var texels = Texels(classes.Select(one => (one.Id, one.Color)));
        _palette.Upload<byte>(texels);
        _shown.Upload<byte>(texels);
        _stale = new PixelRect(_labels?.Size ?? default);
    }

    /// <summary>Sets other colours to show the classes in; <see cref="Picture"/> keeps the palette's.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="colors">One for each.</param>
    public void SetShownColors(IEnumerable<LabelClass> classes, IEnumerable<Rgb> colors) => _shown.Upload<byte>(Texels(classes.Zip(colors, (one, color) => (one.Id, color))));

    /// <summary>Shows the label map as it is now.</summary>
    /// <param name="map">Only read, and only during the call.</param>
    /// <param name="dirty">What changed since the last call; a map of another size is uploaded whole.</param>
    public void Upload(LabelMap map, PixelRect dirty)
    {
        ArgumentNullException.ThrowIfNull(map);
        var size = new PixelSize(map.Width, map.Height);
        if (_labels is null || _labels.Size != size)
        {
            _labels?.Dispose();
            _labels = new Texture(_device, size, TextureFormat.R8Integer);
            dirty = new PixelRect(size);
        }

        _labels.Upload<byte>(map.Ids, dirty);
        _stale = _stale.Union(dirty);
    }

    /// <summary>Draws the label map into <paramref name="area"/>, and the surround where the map doesn't reach.</summary>
    /// <param name="target">Where to draw.</param>
    /// <param name="area">The part of the target to fill.</param>
    /// <param name="view">Where the label map lies, in pixels of the target.</param>
    /// <param name="brush">The outline over it.</param>
    public void Draw(RenderTarget target, PixelRect area, ViewTransform view, BrushOutline brush) => Draw(target, area, view, brush, _shown);

    private void Draw(RenderTarget target, PixelRect area, ViewTransform view, BrushOutline brush, Texture palette)
    {
        if (target.Visible(area).IsEmpty || _labels is null)
        {
            return;
        }

        var program = ShowsGrid && view.Scale >= GridFromScale ? _grid : _plain;
        program.Begin(_device, target, area);
        program.SetView(view, Surround);
        _labels.Bind(0);
        program.Set("uLabels", 0);
        palette.Bind(1);
        program.Set("uPalette", 1);
        program.Set("uGrid", GridStrength);
        _device.DrawViewport();
        DrawOutline(target, area, view, brush);
    }

    /// <summary>Draws the outline alone, over whatever is there: where the label map lies against another picture.</summary>
    /// <param name="target">Where to draw.</param>
    /// <param name="area">Nothing is drawn outside it.</param>
    /// <param name="view">Where the label map lies, in pixels of the target.</param>
    /// <param name="brush">Its outline.</param>
    public void DrawOutline(RenderTarget target, PixelRect area, ViewTransform view, BrushOutline brush)
    {
        // It costs several looks at each pixel, so only the pixels around it pay.
        var around = Around(brush, view).Intersect(area);
        if (target.Visible(around).IsEmpty)
        {
            return;
        }

        _brush.Begin(_device, target, around);
        _brush.SetView(view);
        _brush.Set("uBrush", brush.Centre, brush.Size);
        _brush.Set("uRound", brush.IsRound);
        _brush.Set("uLine", brush.Line);
        _device.DrawViewport();
    }

    /// <summary>The part of the target that an outline is drawn on; empty when there is none.</summary>
    public static PixelRect Around(BrushOutline brush, ViewTransform view)
    {
        if (brush.Size <= 0)
        {
            return default;
        }

        var half = new Vector2(brush.Size / 2);
        return view.Around(brush.Centre - half, brush.Centre + half).Inflate((int)brush.Line + 1);
    }

    /// <summary>
    /// The label map in its palette's colours, RGBA8, pixel for pixel: the input of a generator on the GPU, and the second
    /// picture of a split view. Drawn again only after a change and where it was. The texture stays the pass's; null before the first upload.
    /// </summary>
    public Texture? Picture()
    {
        if (_labels is null || _stale.IsEmpty)
        {
            return _picture;
        }

        if (_picture is null || _picture.Size != _labels.Size)
        {
            _pictureTarget?.Dispose();
            _picture?.Dispose();
            _picture = new Texture(_device, _labels.Size, TextureFormat.Rgba8);
            _pictureTarget = new Framebuffer(_device, _picture.Name, _picture.Size);
            _stale = new PixelRect(_labels.Size);
        }

        Draw(_pictureTarget!.Target, _stale, ViewTransform.Identity, BrushOutline.None, _palette);
        _stale = default;
        return _picture;
    }

    /// <summary>Frees its textures.</summary>
    public void Dispose()
    {
        _palette.Dispose();
        _shown.Dispose();
        _labels?.Dispose();
        _pictureTarget?.Dispose();
        _picture?.Dispose();
    }

    private static byte[] Texels(IEnumerable<(byte Id, Rgb Color)> colors)
    {
        var texels = new byte[PaletteSize * 4];
        for (var i = 3; i < texels.Length; i += 4)
        {
            texels[i] = byte.MaxValue;
        }

        foreach (var (id, color) in colors)
        {
            (texels[id * 4], texels[(id * 4) + 1], texels[(id * 4) + 2]) = (color.R, color.G, color.B);
        }

        return texels;
    }
}
