using Pix2Pix.Realtime.App.Export;
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
    private readonly List<string> _said = [];

    private static string Boxed => ProjectFolder.Under("sample-scenes", "facades-256.onnx");

    private string CacheFolder => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    private Tuner Tuner(bool triesInt8 = false) => new(new ChoiceCache(CacheFolder), triesInt8, _said.Add);

    [Fact]
    public void What_was_measured_once_is_known_the_next_time()
    {
        using var first = Tuner();
        using var usual = first.Load(Boxed, Cpu);
        Assert.True(first.HasPending);
        Assert.DoesNotContain("tuned", usual.Info.Runs, StringComparison.Ordinal);
        using var tuned = first.Measure();
        Assert.False(first.HasPending);
        Assert.StartsWith("floats: ", Assert.Single(_said), StringComparison.Ordinal);

        using var second = Tuner();
        using var known = second.Load(Boxed, Cpu);
        Assert.False(second.HasPending);
        Assert.Contains("tuned", known.Info.Runs, StringComparison.Ordinal);
        Assert.InRange(LargestDifference(usual, known), 0, 1e-4);
        Assert.Equal(tuned?.Info.Runs ?? known.Info.Runs, known.Info.Runs);
    }

    [Theory]
    [InlineData("4444444", "four convolutions")]
    [InlineData("1111111", "one convolution")]
    [InlineData("T41T41T", "by layer")]
    public void A_kept_choice_is_what_runs_and_says_so(string forms, string words)
    {
        var cache = new ChoiceCache(CacheFolder);
        Assert.Null(cache.Find(Boxed));
        Assert.True(cache.TryKeep(Boxed, new RunChoice(forms, 1)));
        Assert.Equal(new RunChoice(forms, 1), cache.Find(Boxed));
        using var generator = Tuner().Load(Boxed, Cpu);
        using var usual = GeneratorLoader.Load(Boxed, Cpu);
        Assert.StartsWith("CPU (1 thread), tuned", generator.Info.Runs, StringComparison.Ordinal);
        Assert.Contains(words, generator.Info.Runs, StringComparison.Ordinal);
        Assert.InRange(LargestDifference(usual, generator), 0, 1e-4);
    }

    [Fact]
    public void Bytes_run_where_they_are_known_to_be_better_and_floats_where_their_file_is_spoilt()
    {
        var (cache, bytes) = (new ChoiceCache(CacheFolder), _folder.File("int8.onnx"));
        new Int8Export(Boxed, folder: null).Write(bytes);
        cache.TryKeep(Boxed, RunChoice.Usual);
        Assert.True(cache.TryKeepInt8(ChoiceCache.Identify(Boxed), bytes));
        using var tuner = Tuner(triesInt8: true);
        using (var generator = tuner.Load(Boxed, Cpu))
        {
            Assert.Contains("int8, tuned", generator.Info.Runs, StringComparison.Ordinal);
            Assert.Equal("facades-256.onnx", generator.Info.Name);
            Assert.False(tuner.HasPending);
        }

        using (var passing = tuner.Load(Boxed, Cpu, isPassing: true))
        {
            Assert.DoesNotContain("int8", passing.Info.Runs, StringComparison.Ordinal);
            Assert.False(tuner.HasPending);
        }

        var kept = Directory.GetFiles(CacheFolder, "*.onnx").Single();
        File.WriteAllBytes(kept, File.ReadAllBytes(kept)[..1000]);
        using (var spoilt = tuner.Load(Boxed, Cpu))
        {
            Assert.DoesNotContain("int8", spoilt.Info.Runs, StringComparison.Ordinal);
            Assert.Contains("The cached int8 generator is not used", Assert.Single(_said), StringComparison.Ordinal);
        }

        using var again = tuner.Load(Boxed, Cpu);
        Assert.True(tuner.HasPending);
    }

    [Fact]
    public void A_file_of_bytes_beside_the_generator_is_the_one_that_is_tried()
    {
        var (floats, beside) = (_folder.File("house.onnx"), _folder.File("house.int8.onnx"));
        File.Copy(Boxed, floats);
        var export = new Int8Export(floats, folder: null);
        export.Write(beside);
        var (file, words) = Int8Trial.Better(floats, Cpu, _folder.Path);
        Assert.StartsWith("house.int8.onnx: PSNR", words, StringComparison.Ordinal);
        Assert.True(file is null || file == beside);

        File.WriteAllText(beside, "no model");
        Assert.Contains("can't be used", Int8Trial.Better(floats, Cpu, _folder.Path).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_that_fail_are_told_and_painting_goes_on()
    {
        var path = _folder.File("gone.onnx");
        File.Copy(Boxed, path);
        using var tuner = Tuner();
        using var generator = tuner.Load(path, Cpu);
        File.Delete(path);
        Assert.Null(tuner.Measure());
        Assert.Contains("failed: ", Assert.Single(_said), StringComparison.Ordinal);
        Assert.False(tuner.HasPending);
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_or_measured_elsewhere_is_ignored()
    {
        var cache = new ChoiceCache(CacheFolder);
        cache.TryKeep(Boxed, new RunChoice("1111111", 2));
        var file = Assert.Single(Directory.GetFiles(CacheFolder));
        var text = File.ReadAllText(file);
        for (var length = 0; length < text.Length; length++)
        {
            File.WriteAllText(file, text[..length]);
            Assert.Null(cache.Find(Boxed));
        }

        foreach (var other in (string[])[text.Replace("processor ", "processor Another ", StringComparison.Ordinal), text.Replace("1111111", "1111x11", StringComparison.Ordinal)])
        {
            File.WriteAllText(file, other);
            Assert.Null(cache.Find(Boxed));
        }

        File.WriteAllText(file, text);
        Assert.NotNull(cache.Find(Boxed));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("format 1\n", true)]
    [InlineData("format 2\n", false)]
    [InlineData("format two\n", false)]
    public void A_choice_of_a_newer_program_is_as_good_as_none(string heading, bool isKnown)
    {
        var cache = new ChoiceCache(CacheFolder);
        cache.TryKeep(Boxed, RunChoice.Usual);
        var file = Assert.Single(Directory.GetFiles(CacheFolder));
        var text = File.ReadAllText(file);
        Assert.StartsWith("format 1\n", text, StringComparison.Ordinal);
        File.WriteAllText(file, heading + text["format 1\n".Length..]);
        Assert.Equal(isKnown ? RunChoice.Usual : null, cache.Find(Boxed));
    }

    [Fact]
    public void Snapshots_of_one_run_share_their_choice_and_other_graphs_have_their_own()
    {
        var (weights, other, cut) = (_folder.File("weights.onnx"), _folder.File("other.onnx"), _folder.File("cut.onnx"));
        var model = OnnxFile.Read(Boxed);
        OnnxFile.Write(other, TransposedConvolutions.Apply(PlainWeights.Apply(model), TransposedForm.OneConvolution));
        var tensor = model.Graph.Initializer.First(tensor => tensor.RawData.Length > 1000);
        tensor.RawData = Google.Protobuf.ByteString.CopyFrom(new byte[tensor.RawData.Length]);
        model.MetadataProps.Clear();
        OnnxFile.Write(weights, model);
        Assert.Equal(GraphFingerprint.Of(Boxed), GraphFingerprint.Of(weights));
        Assert.NotEqual(GraphFingerprint.Of(Boxed), GraphFingerprint.Of(other));

        File.WriteAllBytes(cut, File.ReadAllBytes(Boxed)[..100_000]);
        Assert.Contains("a truncated one", Assert.Throws<UserException>(() => GraphFingerprint.Of(cut)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_folder_cannot_be_written_it_goes_on_without()
    {
        File.WriteAllText(CacheFolder, "a file in the folder's place");
        var cache = new ChoiceCache(CacheFolder);
        Assert.False(cache.TryKeep(Boxed, RunChoice.Usual));
        using var tuner = Tuner();
        using var generator = tuner.Load(Boxed, Cpu);
        Assert.True(tuner.HasPending);
        Assert.Null(tuner.Measure());
        Assert.Contains("can't be written; check its permissions", Assert.Single(_said), StringComparison.Ordinal);
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
