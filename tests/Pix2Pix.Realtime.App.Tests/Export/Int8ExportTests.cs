using System.Globalization;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Export;

public sealed partial class Int8ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Boxed => ProjectFolder.Under("sample-scenes", "facades-256.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_boxed_generator_keeps_its_looks_in_int8()
    {
        var file = _folder.File("int8.onnx");
        var verb = await Verb.RunAsync("export", "--model", Boxed, "-o", file, "--precision", "int8");
        Assert.True(verb.Code == 0, verb.Errors);
        var figures = Psnr().Match(verb.Output);
        Assert.InRange(double.Parse(figures.Groups[1].Value, CultureInfo.InvariantCulture), 35, 70);
        Assert.InRange(double.Parse(figures.Groups[2].Value, CultureInfo.InvariantCulture), 30, 70);
        Assert.Contains("as fast as fp32", verb.Output, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(file).Length / (double)new FileInfo(Boxed).Length, 0.3, 0.6);

        // Loading recomputes the probe.
        using var generator = GeneratorLoader.Load(file, new LoadOptions());
        Assert.Contains("int8", generator.Info.Runs, StringComparison.Ordinal);
        Assert.Equal("cmp-facade", generator.Info.Palette);

        var again = await Verb.RunAsync("export", "--model", file, "-o", _folder.File("twice.onnx"), "--precision", "int8");
        Assert.Equal(1, again.Code);
        Assert.Contains("in int8; use the file", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_with_styles_is_calibrated_with_them_and_keeps_them()
    {
        var (model, file) = (_folder.File("styled.onnx"), _folder.File("int8.onnx"));
        StyledModel.Write(model, StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Running, UpsampleKind.Transposed, width: 8), 64);
        var verb = await Verb.RunAsync("export", "--model", model, "-o", file, "--precision", "int8");
        Assert.True(verb.Code == 0, verb.Errors);
        using var generator = GeneratorLoader.Load(file, new LoadOptions());
        var neutral = StyledModel.Translate(generator, 5);
        generator.Style!.Set(StyledModel.Other);
        Assert.NotEqual(neutral, StyledModel.Translate(generator, 5));

        var card = await Verb.RunAsync("model", file);
        Assert.Contains("style       wall.green: 0..1, neutral 0.5", card.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_with_norms_of_each_picture_is_told_why_it_gains_less()
    {
        var model = WriteRandom(NormStatistics.Image);
        var verb = await Verb.RunAsync("export", "--model", model, "-o", _folder.File("int8.onnx"), "--precision", "int8", "--force");
        Assert.True(verb.Code == 0, verb.Errors);
        Assert.Contains("The speed-up is limited by the fp32 norms", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_bytes_spoil_is_refused_with_the_figures_and_written_when_forced()
    {
        var (model, file) = (WriteRandom(NormStatistics.Running, spread: 4000), _folder.File("int8.onnx"));
        var refused = await Verb.RunAsync("export", "--model", model, "-o", file, "--precision", "int8");
        Assert.Equal(1, refused.Code);
        Assert.Matches(@"Expected a PSNR of at least 35 and 30 dB, found .*[\d.]+ dB", refused.Errors);
        Assert.False(File.Exists(file));

        var forced = await Verb.RunAsync("export", "--model", model, "-o", file, "--precision", "int8", "--force");
        Assert.True(forced.Code == 0 && File.Exists(file), forced.Errors);
    }

    [Fact]
    public async Task Label_maps_and_pairs_of_a_folder_calibrate_and_an_empty_one_is_refused()
    {
        var (model, maps, pairs) = (WriteRandom(NormStatistics.Running), _folder.File("maps", "a.png"), _folder.File("pairs", "a.png"));
        ImageFile.Save(maps, new PixelImage(32, 32));
        ImageFile.Save(pairs, new PixelImage(64, 32));
        foreach (var picture in (string[])[maps, pairs])
        {
            var verb = await Verb.RunAsync("export", "--model", model, "-o", $"{picture}.onnx", "--precision", "int8", "--force", "--calibration", Path.GetDirectoryName(picture)!);
            Assert.True(verb.Code == 0, verb.Errors);
            Assert.Contains("calibrated with 1 ", verb.Output, StringComparison.Ordinal);
        }

        var empty = await Verb.RunAsync("export", "--model", model, "-o", _folder.File("x.onnx"), "--precision", "int8", "--calibration", Directory.CreateDirectory(_folder.File("empty")).FullName);
        Assert.Equal(1, empty.Code);
        Assert.Contains("found no images", Assert.Single(empty.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--precision int8", "export", "--model", "a.onnx", "-o", "b.onnx")]
    [InlineData("exactly one of --run", "export", "--model", "a.onnx", "--run", "r", "-o", "b.onnx", "--precision", "int8")]
    [InlineData("an .onnx file", "export", "--model", "a.onnx", "-o", "b.safetensors", "--precision", "int8")]
    public async Task What_does_not_go_together_is_wrong_usage(string words, params string[] arguments)
    {
        var verb = await Verb.RunAsync(arguments);
        Assert.Equal(2, verb.Code);
        Assert.Contains(words, verb.Errors, StringComparison.Ordinal);
    }

    /// <param name="spread">How much larger one channel's values are, which its readers take back: the same picture, but bytes that reach those say little of the rest.</param>
    private string WriteRandom(NormStatistics statistics, float spread = 1)
    {
        const int side = 32;
        var path = _folder.File("random.onnx");
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 3, NormKind.Batch, statistics, UpsampleKind.Transposed, 0);
        var weights = RandomWeights.For(shape, seed: 3);
        weights["encoder.0.conv.bias"].Values[0] *= spread;
        Scale(weights["encoder.0.conv.weight"].Values.AsSpan(0, 3 * 16), spread);
        Scale(weights["decoder.0.conv.weight"].Values.AsSpan(0, 3 * 16), 1 / spread);
        for (var output = 0; output < 8; output++)
        {
            Scale(weights["encoder.1.conv.weight"].Values.AsSpan(output * 4 * 16, 16), 1 / spread);
        }

        var model = GeneratorGraph.Build(shape, side, side, weights);
        model.ProducerName = "";
        OnnxFile.Write(path, model);
        var input = new FrameShape(3, side, side);
        using var generator = GeneratorLoader.Load(path, new LoadOptions());
        using var picture = new TensorBuffer(input);
        using var answer = new TensorBuffer(input);
        Probe.FillInput(1, picture.Values);
        generator.Translate(picture, answer);
        OnnxFile.Write(path, model, new SnapshotMetadata(
            Direction.BtoA, side, side, ValueRange.Signed, "cmp-facade", statistics, WeightPrecision.Fp32, "random", 1, Probe.Of(1, answer.Values)));
        return path;
    }

    private static void Scale(Span<float> values, float factor)
    {
        foreach (ref var value in values)
        {
            value *= factor;
        }
    }

    [GeneratedRegex(@"mean ([\d.]+) dB, worst ([\d.]+) dB")]
    private static partial Regex Psnr();
}
