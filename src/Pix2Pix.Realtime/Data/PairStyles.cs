using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Data;

/// <summary>Measures the styles of pairs as the networks see them: the target's, by the labels of the input. Any thread.</summary>
internal sealed class PairStyles
{
    /// <summary>So many pairs tell what a dataset's styles are.</summary>
    private const int MostPairs = 200;

    private readonly StyleMeter _meter;
    private readonly LabelDecoder? _labels;
    private readonly FrameShape _input;
    private readonly FrameShape _target;

    /// <param name="definition">What to measure.</param>
    /// <param name="palette">Of the inputs; null = they are no label maps.</param>
    /// <param name="pairs">Gives the shapes.</param>
    /// <exception cref="UserException">The definition names classes that the palette lacks.</exception>
    public PairStyles(StyleDefinition definition, Palette? palette, IPairSource pairs)
    {
        _meter = new StyleMeter(definition, palette);
        _labels = palette is null ? null : new LabelDecoder(palette);
        (_input, _target) = (new FrameShape(pairs.InputChannels, pairs.Size, pairs.Size), new FrameShape(pairs.TargetChannels, pairs.Size, pairs.Size));
    }

    public StyleDefinition Definition => _meter.Definition;

    /// <summary>Measures one pair.</summary>
    /// <param name="look">Of a rendered facade; null = the target is a photograph.</param>
    /// <param name="input">Planar <c>[C,H,W]</c>, -1..1.</param>
    /// <param name="target">Planar <c>[C,H,W]</c>, -1..1.</param>
    /// <param name="into">Becomes the target's style, in the definition's units.</param>
    public void Measure(ReadOnlySpan<float> input, ReadOnlySpan<float> target, FacadeLook? look, Span<float> into) =>
        _meter.Measure(Labels(input), Picture(target, _target), into, look);

    /// <summary>
    /// What a dataset says of its styles: the definition with the mean of what was measured as its neutral style, and measured styles, evenly spread over the pairs. The same pairs, the same
    /// answer.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="palette">Of the inputs; null = they are no label maps.</param>
    public static ModelStyle Learn(StyleDefinition definition, Palette? palette, IPairSource pairs)
    {
        var raw = new PairStyles(definition, palette, pairs);
        var (input, target) = (new float[raw._input.Count], new float[raw._target.Count]);
        var measured = new List<float[]>();
        var taken = Measured(pairs);
        for (var i = 0; i < taken; i++)
        {
            var index = (int)((long)i * pairs.Count / taken);
            pairs.Load(index, augmentation: null, input, target);
            var style = new float[definition.Count];
            raw._meter.MeasureRaw(raw.Labels(input), Picture(target, raw._target), style, pairs.LookOf(index, augmentation: null));
            measured.Add(style);
        }

        float[] neutral = [.. Enumerable.Range(0, definition.Count).Select(value => Mean(measured, value, definition.Neutral[value]))];
        var learned = definition.WithNeutral(neutral);
        var kept = Math.Min(measured.Count, StyleDistribution.MostSamples);
        return new ModelStyle(learned, new StyleDistribution([.. Enumerable.Range(0, kept).Select(i => Whole(measured[i * measured.Count / kept], neutral))]));
    }

    /// <summary>How many pairs <see cref="Learn"/> measures.</summary>
    public static int Measured(IPairSource pairs) => Math.Min(pairs.Count, MostPairs);

    private static float Mean(IEnumerable<float[]> styles, int value, float otherwise) =>
        styles.Select(style => style[value]).Where(float.IsFinite).DefaultIfEmpty(otherwise).Average();

    private static float[] Whole(float[] style, float[] neutral) => [.. style.Select((value, i) => float.IsNaN(value) ? neutral[i] : value)];

    private LabelMap? Labels(ReadOnlySpan<float> input) => _labels?.Decode(Picture(input, _input), out _);

    private static PixelImage Picture(ReadOnlySpan<float> values, FrameShape shape)
    {
        var picture = new PixelImage(shape.Width, shape.Height);
        PixelConvert.Decode(values, shape, picture);
        return picture;
    }
}
