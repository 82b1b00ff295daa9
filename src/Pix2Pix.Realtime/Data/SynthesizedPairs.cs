using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Data;

/// <summary>
/// Facades drawn on the fly (<c>data.root: synth</c>): no file is read or written, and no two steps of a run see the same one. Immutable; any thread.
/// </summary>
internal sealed class SynthesizedPairs : IPairSource
{
    /// <summary>The value of "data.root" for pairs that are drawn instead of read.</summary>
    public const string Root = "synth";

    /// <summary>The palette whose ids the drawn label maps hold.</summary>
    internal const string Palette = "cmp-facade";

    /// <summary>The palette of drawings: with it a map's outlines are the input, in lines of one pixel or two of 256.</summary>
    internal const string DrawingPalette = "edges";

    private const int UnitSide = 256;

    /// <summary>The bit of a pair's seed that chooses the pen.</summary>
    private const ulong ThickPen = 1 << 7;

    private readonly ulong _seed;
    private readonly LabelDecoder _labels;
    private readonly (byte Paper, byte Ink)? _drawing;
    private readonly PairPreparation _preparation;

    /// <param name="count">Pairs in an epoch.</param>
    /// <param name="seed">Decides what is drawn where <see cref="Load"/> gets no augmentation.</param>
    /// <param name="options">The palette must hold the facade classes' ids, or be that of drawings; null stands for the facade palette. Load size and flip have no use here.</param>
    public SynthesizedPairs(int count, ulong seed, PairOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        _seed = seed;
        _labels = new LabelDecoder(options.Palette ?? PaletteFile.Load(Palette));
        _drawing = options.Palette is { Name: DrawingPalette } pens ? (pens.Background.Id, pens.Classes.First(one => one != pens.Background).Id) : null;
        _preparation = new PairPreparation(options with { LoadSize = options.Size, Flip = false });
        (Size, InputChannels, TargetChannels) = (options.Size, (int)options.InputChannels, (int)options.TargetChannels);
    }

    public int Count { get; }

    public int InputChannels { get; }

    public int TargetChannels { get; }

    public int Size { get; }

    /// <summary>Draws a pair: its own for every augmentation, so that training never runs out of facades; null = the same one each time.</summary>
    public void Load(int index, ulong? augmentation, Span<float> input, Span<float> target)
    {
        var pair = FacadeSynthesizer.Draw(SeedOf(index, augmentation), Size, Size);
        _preparation.Prepare(pair.Photo, _labels.Encode(Shown(pair.Labels, augmentation)), augmentation, input, target);
    }

    public FacadeLook? LookOf(int index, ulong? augmentation) => FacadeSynthesizer.DrawLook(SeedOf(index, augmentation), Size, Size);

    /// <summary>What the generator is shown of a map: itself, or its outlines with a pen that is thin in one half of the pairs and thicker in the other.</summary>
    private LabelMap Shown(LabelMap labels, ulong? augmentation)
    {
        if (_drawing is not { } pens)
        {
            return labels;
        }

        var isThick = augmentation is { } seed && (seed & ThickPen) != 0;
        return LabelOutlines.Of(labels, Math.Max(1, (isThick ? 2 : 1) * Size / UnitSide), pens.Paper, pens.Ink);
    }

    private ulong SeedOf(int index, ulong? augmentation) => augmentation ?? SeededRandom.Mix(_seed, index);
}
