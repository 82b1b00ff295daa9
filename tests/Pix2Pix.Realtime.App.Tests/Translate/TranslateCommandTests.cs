using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Translate;

/// <summary>The verb as a person runs it, with a model whose answer is known.</summary>
public sealed class TranslateCommandTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    [Fact]
    public void A_folder_keeps_its_names_and_a_bad_file_is_counted_while_the_rest_goes_on()
    {
        Directory.CreateDirectory(_run.At("in"));
        for (ulong i = 0; i < 3; i++)
        {
            ImageFile.Save(_run.At($"in/house {i}.png"), FacadeSynthesizer.Draw(i, 80, 80).Photo);
        }

        File.WriteAllText(_run.At("in/broken.png"), "no picture");
        var (code, output, errors) = _run.Run("translate", _run.At("in"), "-o", _run.At("out"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("3 of 4", output, StringComparison.Ordinal);
        Assert.Contains("broken.png", errors, StringComparison.Ordinal);
        Assert.Equal(["house 0.png", "house 1.png", "house 2.png"], Directory.GetFiles(_run.At("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_missing_file_is_named_before_a_missing_option()
    {
        var (code, _, errors) = _run.Run("translate", "nope.png");
        Assert.Equal(2, code);
        Assert.Contains("found neither; check the path", errors, StringComparison.Ordinal);
        Assert.Contains("nope.png", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_of_a_file_or_drawn_by_a_seed_makes_another_picture_of_the_same_map()
    {
        StyledModel.Write(_run.At("styled.onnx"), StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), 64);
        ImageFile.Save(_run.At("map.png"), new LabelDecoder(PaletteFile.Load("cmp-facade")).Encode(FacadeSynthesizer.Draw(3, 64, 64).Labels));
        File.WriteAllText(_run.At("red.yaml"), "palette: cmp-facade\nstyle: { wall: [1, 0, 0] }");
        byte[][] pictures = [Translate(), Translate("--style", _run.At("red.yaml")), Translate("--style", "random:1"), Translate("--style", "random:1"), Translate("--style", "random:2")];
        Assert.Equal(pictures[2], pictures[3]);
        Assert.Equal(4, pictures.DistinctBy(Convert.ToHexString).Count());

        Assert.Contains("Expected a style such as 'random:7'", Fault(_run.At("styled.onnx"), "random:x"), StringComparison.Ordinal);
        Assert.Contains("Expected a style file, found none at 'nowhere.yaml'", Fault(_run.At("styled.onnx"), "nowhere.yaml"), StringComparison.Ordinal);
        Assert.Contains("Expected a generator with styles", Fault(_run.Model, "random:1"), StringComparison.Ordinal);

        byte[] Translate(params string[] style)
        {
            var target = _run.At($"{Guid.NewGuid():N}.png");
            var (code, _, errors) = _run.Run(["translate", _run.At("map.png"), "-o", target, "--model", _run.At("styled.onnx"), .. style]);
            Assert.True(code == 0, errors);
            return ImageFile.Load(target).Rgba;
        }

        string Fault(string model, string style)
        {
            var (code, _, errors) = _run.Run("translate", _run.At("map.png"), "-o", _run.At("never.png"), "--model", model, "--style", style);
            Assert.Equal(1, code);
            Assert.False(File.Exists(_run.At("never.png")));
            return errors;
        }
    }

    [Fact]
    public void A_full_disk_ends_a_folder_with_a_sentence_for_each_picture_and_no_half_file()
    {
        using var folder = new TemporaryFolder();
        using var disk = SmallDisk.Mount(folder, "64k");
        Directory.CreateDirectory(_run.At("in"));
        for (ulong i = 0; i < 30; i++)
        {
            ImageFile.Save(_run.At($"in/{i}.png"), FacadeSynthesizer.Draw(i, 64, 64).Photo);
        }

        var (code, output, errors) = _run.Run("translate", _run.At("in"), "-o", disk.File("out"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("could not be written", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("AggregateException", errors, StringComparison.Ordinal);
        var written = Directory.GetFiles(disk.File("out"));
        Assert.Contains($"{written.Length} of 30", output, StringComparison.Ordinal);
        Assert.All(written, file => ImageFile.Load(file));
    }

    [Fact]
    public void Special_files_and_broken_links_are_left_out_by_name_and_the_rest_goes_on()
    {
        Directory.CreateDirectory(_run.At("in"));
        ImageFile.Save(_run.At("in/good.png"), FacadeSynthesizer.Draw(1, 64, 64).Photo);
        SpecialFile.Pipe(_run.At("in/pipe.png"));
        File.CreateSymbolicLink(_run.At("in/gone.png"), "nothing");
        File.CreateSymbolicLink(_run.At("in/one.png"), "two.png");
        File.CreateSymbolicLink(_run.At("in/two.png"), "one.png");
        var (code, output, errors) = _run.Run("translate", _run.At("in"), "-o", _run.At("out"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("1 of 5", output, StringComparison.Ordinal);
        Assert.All(["pipe.png", "gone.png", "one.png", "two.png"], name => Assert.Contains(name, errors, StringComparison.Ordinal));
    }

    [Fact]
    public void The_picture_is_what_the_generator_answers()
    {
        var picture = FacadeSynthesizer.Draw(7, 64, 64).Photo;
        ImageFile.Save(_run.At("a.png"), picture);
        Assert.Equal(0, _run.Run("translate", _run.At("a.png"), "-o", _run.At("b.png"), "--model", _run.Model).ExitCode);
        var answer = ImageFile.Load(_run.At("b.png"));
        Assert.Equal((64, 64), (answer.Width, answer.Height));
        Assert.NotEqual(picture.Rgba, answer.Rgba);
    }

    [Fact]
    public void What_exists_is_never_overwritten()
    {
        ImageFile.Save(_run.At("a.png"), new PixelImage(64, 64));
        File.WriteAllText(_run.At("b.png"), "precious");
        var (code, _, errors) = _run.Run("translate", _run.At("a.png"), "-o", _run.At("b.png"), "--model", _run.Model);
        Assert.Equal(1, code);
        Assert.Contains("nothing was changed", errors, StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(_run.At("b.png")));
    }

    [Theory]
    [InlineData(1, "check the path", "nowhere.png", "-o", "out")]
    [InlineData(2, "--output", "nowhere.png")]
    public void A_wrong_command_is_one_sentence(int exitCode, string expected, params string[] arguments)
    {
        var (code, _, errors) = _run.Run(["translate", .. arguments]);
        Assert.Equal(exitCode, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
