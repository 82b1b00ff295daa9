using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>The pairs that generators are tested on, and as many training pairs for the floors. One thread.</summary>
internal sealed class TestPairs
{
    /// <summary>The figures look at four octaves and at neighbourhoods of 11 pixels in the coarsest.</summary>
    private const int LeastSide = 64;

    private readonly PairedDataset _heldOut;
    private readonly PairedDataset _training;

    private TestPairs(PairedDataset heldOut, PairedDataset training, int count, FrameShape input, FrameShape target, Direction direction)
    {
        (_heldOut, _training, Count) = (heldOut, training, count);
        (InputShape, TargetShape, Direction) = (input, target, direction);
    }

    public int Count { get; }

    /// <summary>0 to <see cref="Count"/>: as many as the dataset has.</summary>
    public int TrainingCount => Math.Min(Count, _training.Count);

    public FrameShape InputShape { get; }

    public FrameShape TargetShape { get; }

    public Direction Direction { get; }

    /// <summary>What was left out, one sentence a file.</summary>
    public IEnumerable<string> Skipped => _heldOut.Skipped.Concat(_training.Skipped);

    /// <summary>The direction that a generator's file names; null = it names none.</summary>
    public static Direction? DirectionOf(string model) => OnnxFile.Metadata(OnnxFile.Read(model)) is var entries && SnapshotMetadata.IsIn(entries)
        ? SnapshotMetadata.FromEntries(entries).Direction
        : null;

    /// <param name="options">The command line.</param>
    /// <param name="model">The generator's file.</param>
    /// <param name="info">What it reads and writes.</param>
    /// <exception cref="UserException">The generator can't be tested, or there are no pairs.</exception>
    public static TestPairs Open(TestOptions options, string model, GeneratorInfo info)
    {
        var side = info.Input.Width;
        if (info.Input.Width != info.Input.Height || info.Output.Width != side || info.Output.Height != side || side < LeastSide)
        {
            throw new UserException(TestingTexts.NotSquare(LeastSide, info.Input, info.Output, model));
        }

        var direction = options.Direction ?? DirectionOf(model) ?? Direction.BtoA;
        var folder = DatasetFolder.Open(options.Data, PairLayout.Auto);
        var palette = info.Palette.Length == 0 ? null : PaletteFile.Load(info.Palette);
        var preparation = new PairOptions(direction, side, side, Flip: false, palette, SnapLabels: false, SoftenProbability: 0, ColorJitter: 0)
        {
            InputChannels = (PictureChannels)info.Input.Channels, TargetChannels = (PictureChannels)info.Output.Channels,
        };
        var heldOut = PairedDataset.Verify(folder.Test, preparation);
        if (heldOut.Count == 0)
        {
            throw new UserException(TestingTexts.NoPairs(options.Data));
        }

        var count = options.Limit > 0 ? Math.Min(options.Limit, heldOut.Count) : heldOut.Count;
        var training = Spread([.. folder.Train.Except(folder.Test)], count);
        return new TestPairs(heldOut, PairedDataset.Verify(training, preparation), count, info.Input, info.Output, direction);
    }

    /// <summary>Gives the shapes of the pairs.</summary>
    public IPairSource Source => _heldOut;

    public string Name(int index) => _heldOut.Names[index];

    public void Load(int index, Span<float> input, Span<float> target) => _heldOut.Load(index, augmentation: null, input, target);

    public void LoadTraining(int index, Span<float> input, Span<float> target) => _training.Load(index, augmentation: null, input, target);

    /// <summary>From all over the list, because neighbours in a dataset are often alike.</summary>
    private static PairFiles[] Spread(PairFiles[] all, int count) =>
        all.Length <= count ? all : [.. Enumerable.Range(0, count).Select(index => all[(int)((long)index * all.Length / count)])];
}
