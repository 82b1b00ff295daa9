using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Runs texture generators: the label map's own texture goes in, and the texture that comes out is drawn as it is; nothing is read back and
/// nothing is uploaded. A second generator may stand beside the first: both then run one after the other on the same input, as far as the mix needs both.
/// Thread contract: the GL thread, except <see cref="Publish"/> and <see cref="TryPublishSecond"/>, which any thread may call.
/// </summary>
internal sealed class TextureTranslator(GraphicsDevice device) : IGeneratorPair, IDisposable
{
    private readonly GeneratorSlot _slot = new();
    private readonly GeneratorSlot _secondSlot = new();
    private readonly BlendPass _blend = new(device);
    private readonly List<(ITextureGenerator Generator, Texture Into)> _runs = [];
    private Texture? _first;
    private Texture? _second;
    private GeneratorMix _begun = GeneratorMix.First;
    private int _done;

    public GeneratorInfo? Info => _slot.Current?.Info;

    public (FrameShape Input, FrameShape Output)? Shapes { get; private set; }

    public GeneratorInfo? SecondInfo => _secondSlot.Current?.Info;

    public GeneratorMix Mix { get; set; } = GeneratorMix.First;

    /// <summary>The newest translation: the first generator's, or the mixture of both; null before the first.</summary>
    public Texture? Picture { get; private set; }

    /// <summary>The second generator's answer while two are shown beside each other; null otherwise.</summary>
    public Texture? SecondPicture { get; private set; }

    public void Publish(ITextureGenerator generator)
    {
        Shapes = (generator.Info.Input, generator.Info.Output);
        _slot.Publish(generator);
    }

    public bool TryPublishSecond(IGenerator generator)
    {
        if (generator is ITextureGenerator)
        {
            _secondSlot.Publish(generator);
            return true;
        }

        return false;
    }

    /// <summary>Takes the newest published generators into use.</summary>
    /// <returns>Whether one changed, so that the picture must be translated again.</returns>
    public bool Adopt() => _slot.AdoptPending() | _secondSlot.AdoptPending();

    /// <summary>Whether a translation was begun and is not complete.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Begins a translation of the input as it is now, by as few generators as the mix asks for.</summary>
    public void Begin(Texture input)
    {
        if (_slot.Current is not ITextureGenerator first)
        {
            return;
        }

        _begun = Mix;
        var second = _secondSlot.Current as ITextureGenerator;
        _runs.Clear();
        _done = 0;
        if (second is null || _begun.IsBeside || _begun.Fade < 1)
        {
            Begin(first, ref _first, input);
        }

        if (second is not null && (_begun.IsBeside || _begun.Fade > 0))
        {
            Begin(second, ref _second, input);
        }

        IsUnderWay = true;
    }

    /// <summary>Goes on with it, when the GPU has done what it was asked for before.</summary>
    /// <param name="budget">The GPU's time to ask for; the longest there is = the whole translation, whatever the GPU does.</param>
    /// <returns>Whether it is complete with this, so that <see cref="Picture"/> is new.</returns>
    public bool Continue(TimeSpan budget)
    {
        while (_done < _runs.Count)
        {
            if (!TryFinish(_runs[_done], budget) || (++_done < _runs.Count && budget != TimeSpan.MaxValue))
            {
                return false;
            }
        }

        Show();
        IsUnderWay = false;
        return true;
    }

    /// <summary>Reads the newest translation back from the GPU.</summary>
    /// <param name="into">Of the picture's size; overwritten.</param>
    public void Read(PixelImage into)
    {
        using var target = new Framebuffer(device, Picture!.Name, Picture.Size);
        Screenshot.Read(device, target.Target).Rgba.CopyTo(into.Rgba, 0);
    }

    public void Dispose()
    {
        _slot.Dispose();
        _secondSlot.Dispose();
        _first?.Dispose();
        _second?.Dispose();
        _blend.Dispose();
    }

    private void Begin(ITextureGenerator generator, ref Texture? into, Texture input)
    {
        var size = new PixelSize(generator.Info.Output.Width, generator.Info.Output.Height);
        if (into is null || into.Size != size)
        {
            into?.Dispose();
            into = new Texture(device, size, TextureFormat.Rgba8, isSmooth: true);
        }

        if (generator is ISlicedGenerator sliced)
        {
            sliced.Begin(input.Name);
        }
        else
        {
            generator.Translate(input.Name, into.Name);
        }

        _runs.Add((generator, into));
    }

    private static bool TryFinish((ITextureGenerator Generator, Texture Into) run, TimeSpan budget) =>
        run.Generator is not ISlicedGenerator sliced || ((budget == TimeSpan.MaxValue || sliced.IsIdle) && sliced.Continue(budget, run.Into.Name));

    private void Show()
    {
        var isMixed = _runs.Count > 1 && !_begun.IsBeside;
        if (isMixed)
        {
            _blend.Mix(_runs[0].Into, _runs[1].Into, _begun.Fade);
        }

        Picture = isMixed ? _blend.Picture : _runs[0].Into;
        SecondPicture = _runs.Count > 1 && _begun.IsBeside ? _runs[1].Into : null;
    }
}
