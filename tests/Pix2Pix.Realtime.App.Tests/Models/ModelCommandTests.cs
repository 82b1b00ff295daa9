using System.Text.Json;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.App.Tests.Models;

/// <summary>Another program's model on the command line: its card, its translation, and why it can't be used.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private readonly LiveRun _run = new(side: 64);

    private string Foreign => _run.At("foreign.onnx");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_card_says_what_a_model_reads_and_writes_and_what_is_assumed()
    {
        WriteOpen();
        var (code, output, errors) = _run.Run("model", Foreign);
        Assert.True(code == 0, errors);
        Assert.All(
            ["made by     another program, format (IR) 8, operators (opset) 17", "input       x: float32 [?,?,?,3]", "reads       256x256, RGB", "layout      NHWC", "values      0..1",
                "parameters  0", "operators   1 Sigmoid", "assumed     The file leaves the size open: 256x256 is used"],
            line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_card_is_json_too_and_says_what_was_asked_for()
    {
        WriteOpen();
        var (code, output, errors) = _run.Run("model", Foreign, "--json", "--model-size", "48x32", "--model-range", "0..255:0..1");
        Assert.True(code == 0, errors);
        using var card = JsonDocument.Parse(output);
        Assert.Equal((48, 32), (card.RootElement.GetProperty("width").GetInt32(), card.RootElement.GetProperty("height").GetInt32()));
        Assert.Equal("0..255 in, 0..1 out", card.RootElement.GetProperty("range").GetString());
        Assert.Equal(1, card.RootElement.GetProperty("operators").GetProperty("Sigmoid").GetInt32());
        Assert.Equal(JsonValueKind.Null, card.RootElement.GetProperty("fault").ValueKind);
    }

    [Fact]
    public void The_card_of_a_snapshot_has_its_step()
    {
        var (code, output, errors) = _run.Run("model", _run.Model);
        Assert.True(code == 0, errors);
        Assert.Contains("step        1", output, StringComparison.Ordinal);
        Assert.Contains("palette     cmp-facade", output, StringComparison.Ordinal);
        Assert.DoesNotContain("assumed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_can_not_be_used_has_a_card_its_reason_and_exit_code_1()
    {
        new ForeignGraph().Input("ids", DataType.String, 1).Output("y", DataType.Float, 1, 3, 8, 8).Node("Tokenize", ["ids"], ["y"]).Write(Foreign);
        var (code, output, errors) = _run.Run("model", Foreign);
        Assert.Equal(1, code);
        Assert.Contains("operators   1 Tokenize", output, StringComparison.Ordinal);
        Assert.Contains("not an image-to-image model", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model-size", "big")]
    [InlineData("--model-range", "0..7")]
    public void A_wrong_option_is_one_sentence(string option, string value)
    {
        WriteOpen();
        var (code, _, errors) = _run.Run("model", Foreign, option, value);
        Assert.Equal(2, code);
        Assert.Contains($"found '{value}'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_model_translates_pictures_and_what_was_assumed_is_said()
    {
        WriteOpen();
        var picture = new PixelImage(48, 32);
        Array.Fill(picture.Rgba, (byte)255);
        ImageFile.Save(_run.At("white.png"), picture);
        var (code, _, errors) = _run.Run("translate", _run.At("white.png"), "-o", _run.At("out.png"), "--model", Foreign, "--model-size", "48x32");
        Assert.True(code == 0, errors);
        Assert.Contains("Assumed: The output's values are read as 0..1, because the graph ends with Sigmoid.", errors, StringComparison.Ordinal);
        var answer = ImageFile.Load(_run.At("out.png"));
        Assert.Equal((48, 32), (answer.Width, answer.Height));
        Assert.InRange(answer.Rgba[0], 185, 187);
    }

    [Fact]
    public void A_picture_without_an_answer_is_counted_and_the_rest_goes_on()
    {
        // The logarithm of what is left to white: white has none.
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Weight("top", [1], 1).Node("Sub", ["top", "x"], ["z"]).Node("Log", ["z"], ["y"]).Write(Foreign);
        Directory.CreateDirectory(_run.At("in"));
        foreach (var shade in new byte[] { 0, 255 })
        {
            var picture = new PixelImage(8, 8);
            for (var i = 0; i < picture.Rgba.Length; i++)
            {
                picture.Rgba[i] = i % 4 == 3 ? (byte)255 : shade;
            }

            ImageFile.Save(_run.At($"in/{shade}.png"), picture);
        }

        var (code, output, errors) = _run.Run("translate", _run.At("in"), "-o", _run.At("out"), "--model", Foreign, "--model-range", "0..1");
        Assert.Equal(1, code);
        Assert.Contains("1 of 2", output, StringComparison.Ordinal);
        Assert.Contains("found NaN or infinity", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scene_says_size_and_range_and_the_canvas_takes_the_size()
    {
        WriteOpen();
        File.WriteAllText(_run.At("foreign.scene.yaml"), """
            objects:
              - name: all
                components: [Translator: { model: foreign.onnx, size: 96x64, range: 0..1 }, LabelCanvas, TranslationView]
            """);
        var (code, _, errors) = _run.Run("live", "--headless", "--scene", _run.At("foreign.scene.yaml"), "--frames", "3", "--log", _run.Log, "--screenshot", _run.At("live.png"));
        Assert.True(code == 0, errors);
        Assert.Equal(1, _run.Count("assumed", _ => true));
    }

    [Fact]
    public void One_channel_a_class_is_painted_with_the_canvas()
    {
        var classes = PaletteFile.Load("cmp-facade").Classes.Count;
        new ForeignGraph().Input("x", DataType.Float, 1, classes, 0, 0).Output("y", DataType.Float, 1, 3, 0, 0).Weight("w", [3, classes, 1, 1], [.. Enumerable.Range(0, 3 * classes).Select(i => i % 5 * 0.2f)])
            .Node("Conv", ["x", "w"], ["z"]).Node("Tanh", ["z"], ["y"]).Write(Foreign);
        var (code, _, errors) = _run.Run("live", "--headless", "--model", Foreign, "--model-size", "64x64", "--frames", "3", "--log", _run.Log, "--screenshot", _run.At("live.png"));
        Assert.True(code == 0, errors);
        Assert.NotNull(_run.Newest("translation", _ => true));
    }

    private void WriteOpen() => new ForeignGraph().Input("x", DataType.Float, 0, 0, 0, 3).Output("y", DataType.Float, 0, 0, 0, 3).Node("Sigmoid", ["x"], ["y"]).Write(Foreign);
}
