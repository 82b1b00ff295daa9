using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>
/// Translates pairs one by one, exactly as the canvas does, and judges the translations beside photographs and photographs with made faults. One thread.
/// </summary>
internal sealed class PairTester : IDisposable
{
    private readonly TestPairs _pairs;
    private readonly LabelReader? _labels;
    private readonly bool _keepsPixels;
    private readonly PictureDescriber _describer = new();
    private readonly TensorBuffer _input;
    private readonly TensorBuffer _output;
    private readonly float[] _target;
    private readonly JudgedSet _photographs = new();

    /// <param name="pairs">What is tested on.</param>
    /// <param name="labels">Reads label maps back; null = label recovery is left out. Belongs to the caller.</param>
    /// <param name="keepsPixels">Whether every picture's pixels are kept.</param>
    public PairTester(TestPairs pairs, LabelReader? labels, bool keepsPixels)
    {
        (_pairs, _labels, _keepsPixels) = (pairs, labels, keepsPixels);
        _input = new TensorBuffer(pairs.InputShape);
        _output = new TensorBuffer(pairs.TargetShape);
        _target = new float[pairs.TargetShape.Count];
    }

    /// <summary>Reads the pairs and measures what generators are judged beside; to be called once, first.</summary>
    /// <param name="done">Called after each pair.</param>
    /// <param name="cancellation">Ends it early.</param>
    public (IReadOnlyList<TestedPair> Pairs, Yardsticks Yardsticks) Prepare(Action done, CancellationToken cancellation)
    {
        var (floor, blurred, gridded) = (new JudgedSet { Labels = _photographs.Labels }, new JudgedSet(), new JudgedSet());
        var tested = new List<TestedPair>();
        var other = new float[_target.Length];
        for (var index = 0; index < _pairs.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (index < _pairs.TrainingCount)
            {
                _pairs.LoadTraining(index, _input.Values, other);
            }

            _pairs.Load(index, _input.Values, _target);
            if (index < _pairs.TrainingCount)
            {
                floor.Add(_describer.Describe(other, _output.Shape), Score(other));
            }

            var photograph = Judge(_photographs, _target);
            Judge(blurred, MadeFaults.Blurred(_target, _output.Shape));
            Judge(gridded, MadeFaults.Gridded(_target, _output.Shape));
            tested.Add(new TestedPair(
                _pairs.Name(index), ShownPicture.Of(ShownPicture.Decode(_input.Values, _input.Shape), _keepsPixels), ShownPicture.Of(photograph, _keepsPixels)));
            done();
        }

        return (tested, new Yardsticks(new Judgement(floor, _photographs), new Judgement(blurred, _photographs), new Judgement(gridded, _photographs)));
    }

    /// <summary>Tests one generator over all pairs.</summary>
    /// <param name="name">What tables call it.</param>
    /// <param name="generator">Of the pairs' shapes; belongs to the caller.</param>
    /// <param name="yardsticks">From <see cref="Prepare"/>.</param>
    /// <param name="restyle">Sets the style of a pair, of its number, input and target; null = the style that is set, for all.</param>
    /// <inheritdoc cref="Prepare"/>
    public TestedGenerator Test(
        string name, ITensorGenerator generator, Yardsticks yardsticks, Action done, CancellationToken cancellation, Action<int, TensorBuffer, float[]>? restyle = null)
    {
        var set = new JudgedSet();
        var outputs = new List<ShownPicture>();
        for (var index = 0; index < _pairs.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            _pairs.Load(index, _input.Values, _target);
            restyle?.Invoke(index, _input, _target);
            generator.Translate(_input, _output);
            outputs.Add(ShownPicture.Of(Judge(set, _output.Values), _keepsPixels));
            done();
        }

        var judgement = new Judgement(set, _photographs);
        return new TestedGenerator(name, judgement, restyle is null ? yardsticks.Of(judgement) : null, set.Pixels, outputs) { IsConditioned = restyle is not null };
    }

    public void Dispose()
    {
        _describer.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    /// <summary>Adds a picture that was made from the pair at hand, or is its photograph.</summary>
    private PixelImage Judge(JudgedSet set, ReadOnlySpan<float> picture)
    {
        set.Add(_describer.Describe(picture, _output.Shape), Score(picture));
        var pixels = ShownPicture.Decode(picture, _output.Shape);
        if (_labels is not null)
        {
            set.Labels.Add(_labels.Truth(_input.Values, _input.Shape), _labels.Read(pixels));
        }

        return pixels;
    }

    private PixelScore Score(ReadOnlySpan<float> picture) => PixelScore.Of(picture, _target, _output.Shape);
}
