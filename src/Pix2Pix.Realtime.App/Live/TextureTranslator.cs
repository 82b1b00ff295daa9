using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live;

/// <summary>
/// Runs texture generators: the label map's own texture goes in, and the texture that comes out is drawn as it is; nothing is read back and
/// nothing is uploaded. Thread contract: the GL thread, except <see cref="Publish"/>, which any thread may call.
/// </summary>
internal sealed class TextureTranslator(GraphicsDevice device) : IDisposable
{
    private readonly GeneratorSlot _slot = new();

    public GeneratorInfo? Info => _slot.Current?.Info;

    /// <summary>The newest translation; null before the first.</summary>
    public Texture? Picture { get; private set; }

    public void Publish(ITextureGenerator generator) => _slot.Publish(generator);

    /// <summary>Takes the newest published generator into use.</summary>
    /// <returns>Whether it changed, so that the picture must be translated again.</returns>
    public bool Adopt() => _slot.AdoptPending();

    /// <summary>Whether a translation was begun and is not complete.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Begins a translation of the input as it is now.</summary>
    public void Begin(Texture input)
    {
        if (_slot.Current is not ITextureGenerator generator)
        {
            return;
        }

        var size = new PixelSize(generator.Info.Output.Width, generator.Info.Output.Height);
        if (Picture is null || Picture.Size != size)
        {
            Picture?.Dispose();
            Picture = new Texture(device, size, TextureFormat.Rgba8, isSmooth: true);
        }

        if (generator is ISlicedGenerator sliced)
        {
            sliced.Begin(input.Name);
        }
        else
        {
            generator.Translate(input.Name, Picture.Name);
        }

        IsUnderWay = true;
    }

    /// <summary>Goes on with it, when the card has done what it was asked for before.</summary>
    /// <param name="budget">The card's time to ask for; the longest there is = the whole translation, whatever the card does.</param>
    /// <returns>Whether it is complete with this, so that <see cref="Picture"/> is new.</returns>
    public bool Continue(TimeSpan budget)
    {
        if (_slot.Current is ISlicedGenerator sliced)
        {
            var isDue = budget == TimeSpan.MaxValue || sliced.IsIdle;
            if (!isDue || !sliced.Continue(budget, Picture!.Name))
            {
                return false;
            }
        }

        IsUnderWay = false;
        return true;
    }

    /// <summary>Reads the newest translation back from the card.</summary>
    /// <param name="into">Of the picture's size; overwritten.</param>
    public void Read(PixelImage into)
    {
        using var target = new Framebuffer(device, Picture!.Name, Picture.Size);
        Screenshot.Read(device, target.Target).Rgba.CopyTo(into.Rgba, 0);
    }

    public void Dispose()
    {
        _slot.Dispose();
        Picture?.Dispose();
    }
}
