using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Ranks;

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
    private readonly IRanks _ranks;

    /// <param name="pairs">What is tested on.</param>
    /// <param name="labels">Reads label maps back; null = label recovery is left out. Belongs to the caller.</param>
    /// <param name="keepsPixels">Whether every picture's pixels are kept.</param>
    /// <param name="ranks">Who shares the pairs; every rank has all results.</param>
    public PairTester(TestPairs pairs, LabelReader? labels, bool keepsPixels, IRanks ranks)
    {
        _ranks = ranks;
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
        var other = new float[_target.Length];
        var made = _ranks.Spread(_pairs.Count, index =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (index < _pairs.TrainingCount)
            {
                _pairs.LoadTraining(index, _input.Values, other);
            }

            _pairs.Load(index, _input.Values, _target);
            var training = index < _pairs.TrainingCount ? new JudgedPicture(_describer.Describe(other, _output.Shape), Score(other)) : null;
            var photograph = ShownPicture.Decode(_target, _output.Shape);
            var tested = new TestedPair(
                _pairs.Name(index), ShownPicture.Of(ShownPicture.Decode(_input.Values, _input.Shape), _keepsPixels), ShownPicture.Of(photograph, _keepsPixels));
            done();
            return new PreparedPair(
                tested, training, Judge(_target, photograph), Judge(MadeFaults.Blurred(_target, _output.Shape)), Judge(MadeFaults.Gridded(_target, _output.Shape)));
        });
        foreach (var pair in made)
        {
            if (pair.Training is { } training)
            {
                floor.Add(training);
            }

            _photographs.Add(pair.Photograph);
            blurred.Add(pair.Blurred);
            gridded.Add(pair.Gridded);
        }

        return ([.. made.Select(pair => pair.Pair)], new Yardsticks(new Judgement(floor, _photographs), new Judgement(blurred, _photographs), new Judgement(gridded, _photographs)));
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
        var made = _ranks.Spread(_pairs.Count, index =>
        {
            cancellation.ThrowIfCancellationRequested();
            _pairs.Load(index, _input.Values, _target);
            restyle?.Invoke(index, _input, _target);
            generator.Translate(_input, _output);
            var picture = ShownPicture.Decode(_output.Values, _output.Shape);
            done();
            return new TranslatedPair(Judge(_output.Values, picture), ShownPicture.Of(picture, _keepsPixels));
        });
        foreach (var pair in made)
        {
            set.Add(pair.Judged);
        }

        var judgement = new Judgement(set, _photographs);
        return new TestedGenerator(name, judgement, restyle is null ? yardsticks.Of(judgement) : null, set.Pixels, [.. made.Select(pair => pair.Output)]) { IsConditioned = restyle is not null };
    }

    public void Dispose()
    {
        _describer.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private JudgedPicture Judge(ReadOnlySpan<float> picture) => Judge(picture, ShownPicture.Decode(picture, _output.Shape));

    /// <summary>Judges a picture that was made from the pair at hand, or is its photograph.</summary>
    private JudgedPicture Judge(ReadOnlySpan<float> picture, PixelImage pixels) => new(
        _describer.Describe(picture, _output.Shape), Score(picture), _labels?.Truth(_input.Values, _input.Shape).Ids.ToArray(), _labels?.Read(pixels).Ids.ToArray());

    private PixelScore Score(ReadOnlySpan<float> picture) => PixelScore.Of(picture, _target, _output.Shape);

    /// <summary>What one rank makes of a pair before generators are tested; the training photograph is another pair's, null = there are no more.</summary>
    private sealed record PreparedPair(TestedPair Pair, JudgedPicture? Training, JudgedPicture Photograph, JudgedPicture Blurred, JudgedPicture Gridded);

    /// <summary>What one rank makes of a pair with a generator.</summary>
    private sealed record TranslatedPair(JudgedPicture Judged, ShownPicture Output);
}
