using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Generators that read and write textures: a translation takes some of the GPU's time a frame, on this thread.</summary>
/// <param name="stamps">Shared with the other face.</param>
/// <param name="budget">The GPU's time that a frame's turn asks for; the longest there is = a whole translation.</param>
internal sealed class TextureBackend(LiveContext live, InputSequence stamps, TimeSpan budget) : ITranslatorBackend
{
    /// <summary>Seconds between two looks at whether the GPU has finished a slice.</summary>
    private const double SlicePeriod = 0.001;

    private readonly TextureTranslator _translator = new(live.Device);
    private FrameStamp _begun;

    public GeneratorInfo? Info => _translator.Info;

    public Texture? Picture => _translator.Picture;

    public Texture? SecondPicture => _translator.SecondPicture;

    public IGeneratorPair? Pair => _translator;

    public bool TryPublish(IGenerator generator)
    {
        if (generator is not ITextureGenerator texture)
        {
            return false;
        }

        _translator.Publish(texture);
        return true;
    }

    /// <remarks>A translation that has begun continues with the input that it began with; a newer input, and a newer generator, wait for its end.</remarks>
    public FrameStamp? Update(TranslatorInput input)
    {
        if (!_translator.IsUnderWay)
        {
            Begin(input);
        }

        if (!_translator.IsUnderWay)
        {
            return null;
        }

        if (_translator.Continue(budget))
        {
            return _begun;
        }

        live.Frames.WakeAt(live.Pump.Seconds + SlicePeriod);
        return null;
    }

    public void Read(PixelImage into) => _translator.Read(into);

    public void Dispose() => _translator.Dispose();

    private void Begin(TranslatorInput input)
    {
        var isOther = _translator.Adopt();
        if ((isOther || stamps.IsNew(input)) && input.Texture is { } texture)
        {
            _begun = stamps.Take(input);
            _translator.Begin(texture);
        }
    }
}
