using System.Text.Json;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.App.Testing;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.App.Tests.Testing;

/// <summary>The verb as a person runs it, on pairs that the program draws.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    [Fact]
    public void Every_pair_is_measured_and_shown()
    {
        Assert.Equal(0, _run.Run("data", "synth", "--count", "20", "--size", "64", "-o", _run.At("set")).ExitCode);
        var (code, output, errors) = _run.Run(
            "test", "--model", _run.Model, "--data", _run.At("set"), "--page", _run.At("page.html"), "--sheet", _run.At("sheet.png"));
        Assert.True(code == 0, errors);
        var pairs = Directory.GetFiles(_run.At("set/val")).Length;
        Assert.Contains($"mean of {pairs}", output, StringComparison.Ordinal);
        Assert.Contains("ot comparable with Inception-FID", output, StringComparison.Ordinal);
        var page = File.ReadAllText(_run.At("page.html"));
        Assert.Equal(pairs, page.Split("<figure").Length - 1);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.True(File.Exists(_run.At("sheet.png")));
    }

    [Theory]
    [InlineData("a.onnx", "a.onnx", "b.onnx")]
    [InlineData("runs/a/", "a", "runs/b")]
    [InlineData("/runs/a/snapshots/generator-1.onnx", "a/snapshots/generator-1.onnx", "/runs/b/snapshots/generator-1.onnx")]
    [InlineData("one/a.onnx", "one/a.onnx", "a.onnx")]
    [InlineData("one/a.onnx", "one/a.onnx", "one/a.onnx")]
    public void A_generator_is_called_by_as_much_of_its_path_as_no_other_has(string path, string name, string other) => Assert.Equal(name, TestOptions.ShortName(path, [path, other]));

    [Fact]
    public void Several_generators_make_one_table_with_floors_one_file_of_figures_and_a_blind_page()
    {
        Assert.Equal(0, _run.Run("data", "synth", "--count", "40", "--size", "64", "-o", _run.At("set")).ExitCode);
        File.Copy(_run.Model, _run.At("rival.onnx"));
        TwoLayerModel.Write(_run.At("labels.onnx"), direction: Direction.AtoB);
        var (code, output, errors) = _run.Run(
            "test", "--model", _run.Model, "--model", _run.At("rival.onnx"), "--data", _run.At("set"), "--labels", _run.At("labels.onnx"),
            "--page", _run.At("page.html"), "--json", _run.At("test.json"), "--blind", _run.At("blind.html"));
        Assert.True(code == 0, errors);
        var kid = output.Split('\n').Single(line => line.StartsWith("KID, ResNet-18", StringComparison.Ordinal));
        // An interval for the floor and for each generator, and for both made faults.
        Assert.Equal(5, kid.Split("..").Length - 1);
        Assert.Contains("mostly bias", output, StringComparison.OrdinalIgnoreCase);

        using var figures = JsonDocument.Parse(File.ReadAllText(_run.At("test.json")));
        var generators = figures.RootElement.GetProperty("generators").EnumerateArray().ToArray();
        Assert.Equal(["two-layers.onnx", "rival.onnx"], generators.Select(generator => generator.GetProperty("name").GetString()!));
        Assert.All(generators, generator => Assert.Equal(1, generator.GetProperty("place").GetInt32()));
        foreach (var figure in figures.RootElement.GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("key").GetString()!))
        {
            Assert.Equal(JsonValueKind.Object, figures.RootElement.GetProperty("floor").GetProperty(figure).ValueKind);
            Assert.Equal($"{generators[0].GetProperty("figures").GetProperty(figure)}", $"{generators[1].GetProperty("figures").GetProperty(figure)}");
        }

        var blind = File.ReadAllText(_run.At("blind.html"));
        Assert.DoesNotContain("rival", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("two-layers", blind, StringComparison.Ordinal);
        using var key = JsonDocument.Parse(File.ReadAllText(_run.At("blind.html.key.json")));
        Assert.Contains(key.RootElement.GetProperty("page").GetString()!, blind, StringComparison.Ordinal);
        var left = key.RootElement.GetProperty("trials").EnumerateArray().Select(trial => trial.GetProperty("left").GetString()).ToArray();
        Assert.Equal(Directory.GetFiles(_run.At("set/val")).Length, left.Length);
        Assert.Equal(3 * left.Length, Regex.Count(blind, "data:image/"));
    }

    [Fact]
    public void A_generator_with_styles_is_ranked_by_the_neutral_one_and_tried_with_others()
    {
        Assert.Equal(0, _run.Run("data", "synth", "--count", "20", "--size", "64", "-o", _run.At("set")).ExitCode);
        StyledModel.Write(_run.At("styled.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), 64);
        var (code, output, errors) = _run.Run(
            "test", "--model", _run.At("styled.onnx"), "--data", _run.At("set"), "--page", _run.At("page.html"), "--json", _run.At("test.json"), "--blind", _run.At("blind.html"));
        Assert.True(code == 0, errors);
        Assert.Contains("styled.onnx: obedience: Wall is within", output, StringComparison.Ordinal);
        Assert.Contains("styled.onnx: diversity of 8 styles", output, StringComparison.Ordinal);
        using var figures = JsonDocument.Parse(File.ReadAllText(_run.At("test.json")));
        var rows = figures.RootElement.GetProperty("generators").EnumerateArray().ToArray();
        Assert.Equal(["styled.onnx", "styled.onnx (own style)", "styled.onnx (random styles)"], rows.Select(row => row.GetProperty("name").GetString()!));
        Assert.Equal([JsonValueKind.Object, JsonValueKind.Null, JsonValueKind.Null], rows.Select(row => row.GetProperty("styles").ValueKind));
        Assert.True(rows[0].GetProperty("styles").GetProperty("diversity").GetDouble() > 0.001);
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null, JsonValueKind.Null], rows.Select(row => row.GetProperty("place").ValueKind));
        Assert.Equal(3, rows.Select(row => $"{row.GetProperty("figures").GetProperty("l1")}").Distinct().Count());
    }

    [Fact]
    public void A_network_of_the_same_direction_reads_no_labels()
    {
        Assert.Equal(0, _run.Run("data", "synth", "--count", "20", "--size", "64", "-o", _run.At("set")).ExitCode);
        var (code, _, errors) = _run.Run("test", "--model", _run.Model, "--data", _run.At("set"), "--labels", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("from photographs to label maps", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Generators_of_two_sizes_make_no_table()
    {
        TwoLayerModel.Write(_run.At("large.onnx"), 128, 128);
        var (code, _, errors) = _run.Run("test", "--model", _run.Model, "--model", _run.At("large.onnx"), "--data", _run.Folder);
        Assert.Equal(1, code);
        Assert.Contains("one size", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_says_what_it_sees()
    {
        var (code, output, _) = _run.Run("test", "--figures");
        Assert.Equal(0, code);
        Assert.Contains("KID, random filters\n  sees: fog.", output, StringComparison.Ordinal);
        Assert.Contains("lattice of period 4\n  sees: grid.", output, StringComparison.Ordinal);
        Assert.Contains("SSIM to the photograph\n  sees: neither.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--model FILE and --run FOLDER", "--data", "x")]
    [InlineData(2, "--data", "--model", "x.onnx")]
    [InlineData(1, "found no file", "--model", "x.onnx", "--data", "x")]
    [InlineData(1, "snapshot", "--run", "nowhere", "--data", "x")]
    public void A_wrong_command_is_one_sentence(int exitCode, string expected, params string[] arguments)
    {
        var (code, _, errors) = _run.Run(["test", .. arguments]);
        Assert.Equal(exitCode, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
