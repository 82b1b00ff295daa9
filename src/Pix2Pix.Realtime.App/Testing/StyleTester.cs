using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Metrics;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>Measures how a generator takes its styles, over some of the test pairs. One thread.</summary>
internal sealed class StyleTester : IDisposable
{
    private const int Styles = 8;

    /// <summary>Eight translations each are enough of so many.</summary>
    private const int MostPairs = 24;

    private readonly TestPairs _pairs;
    private readonly PictureDescriber _describer = new();
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;
    private readonly float[] _target;

    public StyleTester(TestPairs pairs)
    {
        _pairs = pairs;
        _input = new TensorBuffer(pairs.InputShape);
        _output = new TensorBuffer(pairs.TargetShape);
        _target = new float[pairs.TargetShape.Count];
    }

    /// <summary>Measures the targets of test pairs in the terms of a generator's style.</summary>
    /// <param name="palette">Of the maps; empty = they are none.</param>
    public static PairStyles MeterOf(TestPairs pairs, ModelStyle style, string palette) =>
        new(style.Definition, palette.Length == 0 ? null : PaletteFile.Load(palette), pairs.Source);

    /// <param name="generator">Its style is neutral afterwards.</param>
    /// <param name="done">Called after each pair.</param>
    public StyleFigures Test(ITensorGenerator generator, Action done, CancellationToken cancellation)
    {
        var style = generator.Style!;
        var (definition, meter) = (style.Definition, MeterOf(_pairs, style.Style, generator.Info.Palette));
        var asked = definition.Groups.FirstOrDefault(group => group.IsColor && group.Regions.Count > 0);
        var (misses, moves, pixels, features) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (wanted, measured, neutral) = (new float[definition.Count], new float[definition.Count], new float[definition.Count]);
        for (var index = 0; index < Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            _pairs.Load(index, _input.Values, _target);
            var outputs = Enumerable.Range(0, Styles).Select(i => Translate(generator, Seed(index, i), wanted)).ToList();
            pixels.Add(MeanDistance(outputs, PixelDistance));
            features.Add(MeanDistance([.. outputs.Select(Content)], FeatureDistance));
            if (asked is not null)
            {
                Obey(generator, meter, asked, index, wanted, measured, neutral, misses, moves);
            }

            done();
        }

        style.Set(definition.Neutral);
        var photographs = Enumerable.Range(0, Math.Min(Styles, _pairs.Count)).Select(Photograph).ToList();
        return new StyleFigures(
            asked?.Label ?? "", asked is null ? null : new Measurements(misses).Median, moves.Count == 0 ? null : new Measurements(moves).Median,
            pixels.Average(), MeanDistance(photographs, PixelDistance), features.Average(), MeanDistance([.. photographs.Select(Content)], FeatureDistance));
    }

    /// <summary>How many pairs <see cref="Test"/> looks at.</summary>
    public int Count => Math.Min(_pairs.Count, MostPairs);

    public void Dispose()
    {
        _describer.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    /// <summary>Asks for one colour, as the training set has it, with all else neutral.</summary>
    private void Obey(ITensorGenerator generator, PairStyles meter, StyleGroup asked, int index, float[] wanted, float[] measured, float[] neutral, List<double> misses, List<double> moves)
    {
        var (style, definition) = (generator.Style!, meter.Definition);
        var first = definition.IndexOf(asked.Name);
        style.Style.Distribution.Sample(definition, Seed(index, Styles), wanted);
        float[] color = wanted[first..(first + asked.Count)];

        style.Set(definition.Neutral);
        generator.Translate(_input, _output);
        meter.Measure(_input.Values, _output.Values, look: null, neutral);
        definition.Neutral.CopyTo(wanted);
        color.CopyTo(wanted, first);
        style.Set(wanted);
        generator.Translate(_input, _output);
        meter.Measure(_input.Values, _output.Values, look: null, measured);
        if (neutral.AsSpan(first, asked.Count).SequenceEqual(definition.Neutral.Slice(first, asked.Count)))
        {
            // The map has no such class: what is measured of it is neutral, whatever comes.
            return;
        }

        misses.Add(ColorDifference.Of(color, measured.AsSpan(first, asked.Count)));
        foreach (var other in definition.Groups.Where(group => group.IsColor && group != asked))
        {
            var place = definition.IndexOf(other.Name);
            moves.Add(ColorDifference.Of(neutral.AsSpan(place, other.Count), measured.AsSpan(place, other.Count)));
        }
    }

    private static ulong Seed(int index, int style) => (ulong)((index * (Styles + 1)) + style);

    private float[] Translate(ITensorGenerator generator, ulong seed, float[] style)
    {
        generator.Style!.Style.Distribution.Sample(generator.Style.Definition, seed, style);
        generator.Style.Set(style);
        generator.Translate(_input, _output);
        return _output.Values.ToArray();
    }

    private float[] Photograph(int index)
    {
        _pairs.Load(index, _input.Values, _target);
        return [.. _target];
    }

    private float[] Content(float[] picture) => _describer.Describe(picture, _pairs.TargetShape).Content;

    private static double MeanDistance(IReadOnlyList<float[]> all, Func<float[], float[], double> distance) =>
        all.SelectMany((one, i) => all.Skip(i + 1).Select(other => distance(one, other))).DefaultIfEmpty(0).Average();

    /// <summary>On the 0..1 scale.</summary>
    private static double PixelDistance(float[] one, float[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average() / 2;

    private static double FeatureDistance(float[] one, float[] other) => Math.Sqrt(one.Zip(other, (a, b) => (double)(a - b) * (a - b)).Sum());
}
