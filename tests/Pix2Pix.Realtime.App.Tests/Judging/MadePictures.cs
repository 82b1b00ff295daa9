using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Judging;

/// <summary>Pictures, and the same with faults, judged against themselves without: drawn ones everywhere, photographs where they are at hand.</summary>
internal sealed class MadePictures
{
    public const string Drawn = "drawn", Real = "real";

    private const int Side = 128;

    /// <summary>Rendered houses differ more in content than photographs of one town: a grid stands out from that only over more of them.</summary>
    private const int DrawnCount = 54, RealCount = 32;

    private static readonly FrameShape Shape = new(3, Side, Side);
    private static readonly PairOptions Options = new(Direction.BtoA, Side, Side, Flip: false, Palette: null, SnapLabels: false, SoftenProbability: 0, ColorJitter: 0);
    private static readonly Dictionary<string, MadePictures> Made = [];

    private readonly float[][] _pictures;
    private readonly JudgedSet _judged = new();

    private MadePictures(float[][] pictures, float[][] others)
    {
        _pictures = pictures;
        Fill(_judged, pictures);
        Blurred = [.. pictures.Select(picture => MadeFaults.Blurred(picture, Shape))];
        Yardsticks = new Yardsticks(Judge(others), Judge(Blurred), Judge(Gridded(pictures)));
    }

    public Yardsticks Yardsticks { get; }

    public float[][] Blurred { get; }

    /// <summary>Made once for all tests of a run.</summary>
    public static MadePictures Of(string source)
    {
        lock (Made)
        {
            return Made.TryGetValue(source, out var made) ? made : Made[source] = source == Drawn ? Draw() : Read();
        }
    }

    public static float[][] Gridded(IEnumerable<float[]> pictures) => [.. pictures.Select(picture => MadeFaults.Gridded(picture, Shape))];

    /// <summary>Adds normal noise.</summary>
    /// <param name="pictures">Not changed.</param>
    /// <param name="deviation">In grey levels of 255.</param>
    public static float[][] Noisy(IEnumerable<float[]> pictures, double deviation)
    {
        var random = new SeededRandom(1);
        return [.. pictures.Select(picture => picture.Select(value => Math.Clamp(value + (float)(Normal() * deviation * 2 / 255), -1, 1)).ToArray())];

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>Adds what a blur takes away, that many times.</summary>
    public static float[][] Sharpened(IEnumerable<float[]> pictures, float amount) =>
        [.. pictures.Select(picture => picture.Zip(MadeFaults.Blurred(picture, Shape), (value, low) => Math.Clamp(value + (amount * (value - low)), -1, 1)).ToArray())];

    public Judgement Judge(float[][] pictures)
    {
        var set = new JudgedSet();
        Fill(set, pictures);
        return new Judgement(set, _judged);
    }

    public double Overall(Judgement judgement) => Yardsticks.Of(judgement)!.Rounded;

    private void Fill(JudgedSet set, float[][] pictures)
    {
        using var describer = new PictureDescriber();
        for (var i = 0; i < pictures.Length; i++)
        {
            set.Add(new JudgedPicture(describer.Describe(pictures[i], Shape), PixelScore.Of(pictures[i], _pictures[i], Shape)));
        }
    }

    private static MadePictures Draw()
    {
        // Drawn at twice the size and halved, as photographs are: bricks and stone drawn pixel by pixel are grain to the judge.
        var houses = new SynthesizedPairs(2 * DrawnCount, seed: 1, Options with { LoadSize = 2 * Side, Size = 2 * Side });
        return new MadePictures(Halved(Load(houses, 0, DrawnCount)), Halved(Load(houses, DrawnCount, DrawnCount)));

        static float[][] Halved(float[][] pictures) => [.. pictures.Select(picture => Enumerable.Range(0, Shape.Count).Select(i =>
        {
            var from = (i / Side * 4 * Side) + (i % Side * 2);
            return (picture[from] + picture[from + 1] + picture[from + (2 * Side)] + picture[from + (2 * Side) + 1]) / 4;
        }).ToArray())];
    }

    private static MadePictures Read()
    {
        var folder = DatasetFolder.Open(SharedData.Folder("facades"), PairLayout.Auto);
        return new MadePictures(Load(PairedDataset.Verify([.. folder.Test.Take(RealCount)], Options), 0, RealCount), Load(PairedDataset.Verify([.. folder.Train.Take(RealCount)], Options), 0, RealCount));
    }

    private static float[][] Load(IPairSource pairs, int first, int count) => [.. Enumerable.Range(first, count).Select(index =>
    {
        var (input, target) = (new float[3 * pairs.Size * pairs.Size], new float[3 * pairs.Size * pairs.Size]);
        pairs.Load(index, augmentation: null, input, target);
        return target;
    })];
}
