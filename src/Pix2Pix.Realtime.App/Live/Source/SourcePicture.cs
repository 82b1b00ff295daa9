using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>The newest picture of a source as it is translated: adjusted, and in the palette's colours if asked. GL thread.</summary>
internal sealed class SourcePicture(LiveContext live) : IDisposable
{
    public PictureAdjustments Adjustments { get; } = new();

    /// <summary>Brings every pixel to a class's colour; null = it doesn't.</summary>
    public PaletteSnap? Snap { get; set; }

    /// <summary>Null until the first one came.</summary>
    public PixelImage? Pixels { get; private set; }

    /// <summary>The same for the GPU.</summary>
    public Texture? Texture { get; private set; }

    /// <summary>Takes another one over.</summary>
    public void Take(SourceFrame frame)
    {
        var size = new PixelSize(frame.Picture.Width, frame.Picture.Height);
        if (Pixels is null || Pixels.Width != size.Width || Pixels.Height != size.Height)
        {
            Pixels = new PixelImage(size.Width, size.Height);
        }

        Adjustments.Apply(frame.Picture, Pixels);
        Snap?.Apply(Pixels);
        if (Texture?.Size != size)
        {
            Texture?.Dispose();
            Texture = new Texture(live.Device, size, TextureFormat.Rgba8, isSmooth: true);
        }

        Texture.Upload<byte>(Pixels.Rgba);
    }

    public void Dispose() => Texture?.Dispose();
}
