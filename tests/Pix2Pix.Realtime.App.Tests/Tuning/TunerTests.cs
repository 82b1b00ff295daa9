using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Tuning;

public sealed class TunerTests : IDisposable
{
    private static readonly LoadOptions Cpu = new() { Provider = ExecutionProvider.Cpu };

    private readonly TemporaryFolder _folder = new();

    private static string Boxed => ProjectFolder.Under("sample-scenes", "facades.onnx");

    private string CacheFolder => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_measured_once_is_known_the_next_time()
    {
        var first = new Tuner(new ChoiceCache(CacheFolder));
        using var usual = first.Load(Boxed, Cpu);
        Assert.True(first.HasPending);
        Assert.DoesNotContain("tuned", usual.Info.Runs, StringComparison.Ordinal);
        using var tuned = first.Measure();
        Assert.False(first.HasPending);

        var second = new Tuner(new ChoiceCache(CacheFolder));
        using var known = second.Load(Boxed, Cpu);
        Assert.False(second.HasPending);
        Assert.Contains("tuned", known.Info.Runs, StringComparison.Ordinal);
        Assert.InRange(LargestDifference(usual, known), 0, 1e-4);
        Assert.Equal(tuned?.Info.Runs ?? known.Info.Runs, known.Info.Runs);
    }

    [Theory]
    [InlineData(TransposedForm.FourConvolutions)]
    [InlineData(TransposedForm.OneConvolution)]
    public void A_kept_choice_is_what_runs_and_says_so(TransposedForm form)
    {
        var model = OnnxFile.Read(Boxed);
        var cache = new ChoiceCache(CacheFolder);
        Assert.Null(cache.Find(model));
        Assert.True(cache.TryKeep(model, new RunChoice(form, 1)));
        Assert.Equal(new RunChoice(form, 1), cache.Find(model));
        using var generator = new Tuner(cache).Load(Boxed, Cpu);
        using var usual = GeneratorLoader.Load(Boxed, Cpu);
        Assert.StartsWith("CPU (1 thread), tuned: ", generator.Info.Runs, StringComparison.Ordinal);
        Assert.InRange(LargestDifference(usual, generator), 0, 1e-4);
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_or_measured_elsewhere_is_ignored()
    {
        var model = OnnxFile.Read(Boxed);
        var cache = new ChoiceCache(CacheFolder);
        cache.TryKeep(model, new RunChoice(TransposedForm.OneConvolution, 2));
        var file = Assert.Single(Directory.GetFiles(CacheFolder));
        var text = File.ReadAllText(file);
        for (var length = 0; length < text.Length; length++)
        {
            File.WriteAllText(file, text[..length]);
            Assert.Null(cache.Find(model));
        }

        foreach (var other in (string[])[text.Replace("processor ", "processor Another ", StringComparison.Ordinal), text.Replace("OneConvolution", "Sideways", StringComparison.Ordinal)])
        {
            File.WriteAllText(file, other);
            Assert.Null(cache.Find(model));
        }

        File.WriteAllText(file, text);
        Assert.NotNull(cache.Find(model));
    }

    [Fact]
    public void Snapshots_of_one_run_share_their_choice_and_other_graphs_have_their_own()
    {
        var (model, weights) = (OnnxFile.Read(Boxed), OnnxFile.Read(Boxed));
        var tensor = weights.Graph.Initializer.First(tensor => tensor.RawData.Length > 1000);
        tensor.RawData = Google.Protobuf.ByteString.CopyFrom(new byte[tensor.RawData.Length]);
        Assert.Equal(GraphFingerprint.Of(model), GraphFingerprint.Of(weights));
        Assert.NotEqual(GraphFingerprint.Of(model), GraphFingerprint.Of(TransposedConvolutions.Apply(PlainWeights.Apply(model), TransposedForm.OneConvolution)));
    }

    [Fact]
    public void Where_the_folder_cannot_be_written_it_goes_on_without()
    {
        File.WriteAllText(CacheFolder, "a file in the folder's place");
        var cache = new ChoiceCache(CacheFolder);
        Assert.False(cache.TryKeep(OnnxFile.Read(Boxed), RunChoice.Usual));
        var tuner = new Tuner(cache);
        using var generator = tuner.Load(Boxed, Cpu);
        Assert.True(tuner.HasPending);
    }

    private static double LargestDifference(ITensorGenerator a, ITensorGenerator b)
    {
        using var input = new TensorBuffer(a.Info.Input);
        using var first = new TensorBuffer(a.Info.Output);
        using var second = new TensorBuffer(a.Info.Output);
        Probe.FillInput(9, input.Values);
        a.Translate(input, first);
        b.Translate(input, second);
        return first.Values.ToArray().Zip(second.Values.ToArray()).Max(pair => Math.Abs(pair.First - pair.Second));
    }
}
