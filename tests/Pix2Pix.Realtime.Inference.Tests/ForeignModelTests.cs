using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using static Onnx.TensorProto.Types;

namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>Image-to-image models as other programs write them: every kind of edge becomes float32 <c>[1,C,H,W]</c>, -1..1.</summary>
public sealed class ForeignModelTests : IDisposable
{
    private static readonly LoadOptions OneThread = new() { Threads = 1, Provider = ExecutionProvider.Cpu };

    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("foreign.onnx");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(PictureLayout.Nchw), DataType.Float)]
    [InlineData(nameof(PictureLayout.Nhwc), DataType.Float)]
    [InlineData(nameof(PictureLayout.Chw), DataType.Float)]
    [InlineData(nameof(PictureLayout.Hwc), DataType.Float)]
    [InlineData(nameof(PictureLayout.Nchw), DataType.Float16)]
    [InlineData(nameof(PictureLayout.Nhwc), DataType.Float16)]
    [InlineData(nameof(PictureLayout.Nchw), DataType.Double)]
    public void Any_order_and_float_type_is_turned_at_the_edge(string layout, DataType type)
    {
        // Each channel negated: a wrong order would show.
        long[] dims = layout switch
        {
            nameof(PictureLayout.Nhwc) => [1, 6, 10, 3],
            nameof(PictureLayout.Chw) => [3, 6, 10],
            nameof(PictureLayout.Hwc) => [6, 10, 3],
            _ => [1, 3, 6, 10],
        };
        new ForeignGraph().Input("x:0", type, dims).Output("y/out;1", type, dims).Node("Neg", ["x:0"], ["y/out;1"]).Write(FilePath);
        using var generator = Load();
        Assert.Equal((new FrameShape(3, 6, 10), new FrameShape(3, 6, 10)), (generator.Info.Input, generator.Info.Output));
        AssertTranslates(generator, value => -value, 2e-3);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(18)]
    public void Every_version_of_the_operators_is_written_as_it_wants(long opset)
    {
        new ForeignGraph { Opset = opset, IrVersion = opset < 10 ? 3 : 8 }.Input("x", DataType.Float, 6, 10, 3).Output("y", DataType.Float, 6, 10, 3).Node("Neg", ["x"], ["y"]).Write(FilePath);
        using var generator = Load();
        AssertTranslates(generator, value => -value);
    }

    [Theory]
    [InlineData(DataType.Uint8, DataType.Uint8)]
    [InlineData(DataType.Uint8, DataType.Float)]
    [InlineData(DataType.Int32, DataType.Int64)]
    [InlineData(DataType.Float, DataType.Uint8)]
    public void Whole_numbers_are_0_to_255(DataType input, DataType output)
    {
        // A float edge beside one of bytes has bytes' values, where the file does not say otherwise.
        new ForeignGraph().Input("x", input, 1, 3, 8, 8).Output("y", output, 1, 3, 8, 8)
            .Node("Cast", ["x"], ["y"], ForeignGraph.Int("to", (int)output)).Write(FilePath);
        using var generator = Load(OneThread with { Range = ModelRange.Parse("0..255") });
        AssertTranslates(generator, value => MathF.Floor((value + 1) * 127.5f) / 127.5f - 1, 1.01 / 127.5);
    }

    [Theory]
    [InlineData("Sigmoid", "0..1", false)]
    [InlineData("Tanh", "-1..1", false)]
    [InlineData("Sigmoid", "0..255", true)]
    [InlineData("Identity", "-1..1", false)]
    public void The_last_operator_tells_the_range(string last, string range, bool isScaled)
    {
        var graph = new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8);
        (isScaled ? graph.Weight("top", [1], 255).Node(last, ["x"], ["s"]).Node("Mul", ["s", "top"], ["y"]) : graph.Node(last, ["x"], ["y"])).Write(FilePath);
        using var generator = Load();
        Assert.Contains(generator.Info.Assumptions, sentence => sentence.StartsWith($"The output's values are read as {range}, ", StringComparison.Ordinal));
        var top = range == "0..255" ? 255f : 1;
        AssertTranslates(generator, value =>
        {
            var own = range == "-1..1" ? value : (value + 1) / 2 * top;
            var answer = last switch { "Sigmoid" => 1 / (1 + MathF.Exp(-own)) * top, "Tanh" => MathF.Tanh(own), _ => own };
            return range == "-1..1" ? answer : (answer / top * 2) - 1;
        });
    }

    [Theory]
    [InlineData("Div", 255f, "0..255")]
    [InlineData("Mul", 1 / 255f, "0..255")]
    [InlineData("Sub", 0.5f, "0..1")]
    public void The_first_operators_tell_the_range(string kind, float number, string range)
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Weight("number", [1], number)
            .Node(kind, ["x", "number"], ["z"]).Node("Tanh", ["z"], ["y"]).Write(FilePath);
        using var generator = Load();
        Assert.Contains($"The input's values are read as {range}, because the graph begins with {kind}.", generator.Info.Assumptions);
        Assert.Contains("The output's values are read as -1..1, because the graph ends with Tanh.", generator.Info.Assumptions);
    }

    [Fact]
    public void A_person_may_say_the_range_of_either_side()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("Identity", ["x"], ["y"]).Write(FilePath);
        using var generator = Load(OneThread with { Range = ModelRange.Parse("0.485,0.456,0.406/0.229,0.224,0.225:-1..1") });
        Assert.Empty(generator.Info.Assumptions);
        var (input, pixels) = (Probe.Input(3, generator.Info.Input), 64);
        var (means, deviations) = ((float[])[0.485f, 0.456f, 0.406f], (float[])[0.229f, 0.224f, 0.225f]);
        AssertEqual([.. input.Select((value, i) => (((value + 1) / 2) - means[i / pixels]) / deviations[i / pixels])], Translate(generator, input));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 3)]
    public void Channels_may_differ(int inputs, int outputs)
    {
        new ForeignGraph().Input("x", DataType.Float, 0, inputs, 8, 8).Output("y", DataType.Float, 0, outputs, 8, 8)
            .Weight("w", [outputs, inputs, 1, 1], [.. Enumerable.Repeat(1f / inputs, outputs * inputs)]).Node("Conv", ["x", "w"], ["y"]).Write(FilePath);
        using var generator = Load();
        Assert.Equal((inputs, outputs), (generator.Info.Input.Channels, generator.Info.Output.Channels));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_sides_are_256_or_what_is_asked_for(bool isLast)
    {
        new ForeignGraph().Input("x", DataType.Float, isLast ? [0, 0, 0, 3] : [0, 3, 0, 0]).Output("y", DataType.Float, isLast ? [0, 0, 0, 3] : [0, 3, 0, 0]).Node("Neg", ["x"], ["y"]).Write(FilePath);
        using (var usual = Load())
        {
            Assert.Equal(new FrameShape(3, 256, 256), usual.Info.Input);
            Assert.Contains("The file leaves the size open: 256x256 is used; another can be set.", usual.Info.Assumptions);
        }

        using var asked = Load(OneThread with { Size = (40, 24) });
        Assert.Equal(new FrameShape(3, 24, 40), asked.Info.Output);
        AssertTranslates(asked, value => -value);
    }

    [Fact]
    public void Where_256_does_not_run_another_size_is_tried()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 0, 0).Output("y", DataType.Float, 1, 3, 0, 0)
            .Wholes("shape", 1, 3, 512, 512).Node("Reshape", ["x", "shape"], ["y"]).Write(FilePath);
        using var generator = Load();
        Assert.Equal(new FrameShape(3, 512, 512), generator.Info.Input);
    }

    [Fact]
    public void A_batch_of_several_is_filled_with_one_picture()
    {
        new ForeignGraph().Input("x", DataType.Float, 4, 3, 8, 8).Output("y", DataType.Float, 4, 3, 8, 8).Node("Neg", ["x"], ["y"]).Write(FilePath);
        using var generator = Load();
        AssertTranslates(generator, value => -value);
        Assert.Contains(generator.Info.Assumptions, sentence => sentence.Contains("4 pictures at a time", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_pictures_the_first_is_shown_and_it_is_said()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Output("mask", DataType.Float, 1, 3, 8, 8)
            .Node("Neg", ["x"], ["y"]).Node("Abs", ["x"], ["mask"]).Write(FilePath);
        using var generator = Load();
        AssertTranslates(generator, value => -value);
        Assert.Contains("Of 2 outputs, 'y' is shown; 'mask' is not.", generator.Info.Assumptions);
    }

    [Fact]
    public void An_input_with_a_default_is_left_at_it_and_a_switch_is_off()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Input("strength", DataType.Float, 1).Input("training", DataType.Bool).Output("y", DataType.Float, 1, 3, 8, 8)
            .Weight("strength", [1], -0.5f).Node("Mul", ["x", "strength"], ["z"]).Node("Where", ["training", "x", "z"], ["y"]).Write(FilePath);
        using var generator = Load();
        AssertTranslates(generator, value => -0.5f * value);
        Assert.Contains("Input 'training' is set to false.", generator.Info.Assumptions);
    }

    [Fact]
    public void A_norm_in_training_mode_uses_the_pictures_own_statistics()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8)
            .Weight("s", [3], 1, 1, 1).Weight("b", [3], 0, 0, 0).Weight("m", [3], 5, 5, 5).Weight("v", [3], 9, 9, 9)
            .Node("BatchNormalization", ["x", "s", "b", "m", "v"], ["y", "rm", "rv"], ForeignGraph.Int("training_mode", 1)).Write(FilePath);
        using var generator = Load();
        var (input, pixels) = (Probe.Input(3, generator.Info.Input), 64);
        var expected = new float[input.Length];
        for (var c = 0; c < 3; c++)
        {
            var plane = input.AsSpan(c * pixels, pixels).ToArray();
            var mean = plane.Average();
            var variance = plane.Average(value => (value - mean) * (value - mean));
            for (var i = 0; i < pixels; i++)
            {
                expected[(c * pixels) + i] = (plane[i] - mean) / MathF.Sqrt(variance + 1e-5f);
            }
        }

        AssertEqual(expected, Translate(generator, input));
        Assert.Contains(generator.Info.Assumptions, sentence => sentence.StartsWith("1 BatchNormalization operator in training mode", StringComparison.Ordinal));
    }

    [Fact]
    public void A_norm_whose_training_statistics_are_used_elsewhere_is_refused()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8)
            .Weight("s", [3], 1, 1, 1).Weight("b", [3], 0, 0, 0).Weight("m", [3], 5, 5, 5).Weight("v", [3], 9, 9, 9).Weight("w", [3, 1, 1], 1, 1, 1)
            .Node("BatchNormalization", ["x", "s", "b", "m", "v"], ["z", "rm", "rv"], ForeignGraph.Int("training_mode", 1))
            .Wholes("axes", 1, 2).Node("Unsqueeze", ["rm", "axes"], ["u"]).Node("Add", ["z", "u"], ["y"]).Write(FilePath);
        Refused("in training mode with its statistics 'rm' used by other operators");
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, false)]
    [InlineData(12, true)]
    public void One_channel_a_class_is_filled_from_the_palettes_colours(int channels, bool isLast)
    {
        // Window (id 3) becomes white, all else black: the channel decides it.
        var palette = PaletteFile.Load("cmp-facade");
        var weights = new float[3 * channels];
        foreach (var output in Enumerable.Range(0, 3))
        {
            weights[(output * channels) + (channels == 12 ? 2 : 3)] = 1;
        }

        var graph = new ForeignGraph().Input("x", DataType.Float, isLast ? [1, 8, 8, channels] : [1, channels, 8, 8]).Output("y", DataType.Float, 1, 3, 8, 8).Weight("w", [3, channels, 1, 1], weights);
        (isLast ? graph.Node("Transpose", ["x"], ["t"], ForeignGraph.Ints("perm", 0, 3, 1, 2)).Node("Conv", ["t", "w"], ["z"]) : graph.Node("Conv", ["x", "w"], ["z"]))
            .Weight("low", [], 0).Weight("high", [], 1).Node("Clip", ["z", "low", "high"], ["y"]).Write(FilePath);
        using var generator = Load(OneThread with { Palette = palette });
        Assert.Equal((new FrameShape(3, 8, 8), "cmp-facade"), (generator.Info.Input, generator.Info.Palette));
        foreach (var entry in palette.Classes)
        {
            var color = entry.Color;
            var input = ((byte[])[color.R, color.G, color.B]).SelectMany(part => Enumerable.Repeat((part / 127.5f) - 1, 64)).ToArray();
            var expected = Enumerable.Repeat(entry.Name == "window" ? 1f : -1f, 3 * 64).ToArray();
            AssertEqual(expected, Translate(generator, input));
        }
    }

    [Fact]
    public void Class_ids_are_read_from_the_palettes_colours()
    {
        var palette = PaletteFile.Load("cmp-facade");
        new ForeignGraph().Input("ids", DataType.Int64, 1, 1, 4, 4).Output("y", DataType.Float, 1, 1, 4, 4).Weight("top", [1], 255)
            .Node("Cast", ["ids"], ["f"], ForeignGraph.Int("to", (int)DataType.Float)).Node("Div", ["f", "top"], ["y"]).Write(FilePath);
        using var generator = Load(OneThread with { Palette = palette, Range = ModelRange.Parse("auto:0..1") });
        foreach (var entry in palette.Classes)
        {
            var color = entry.Color;
            var input = ((byte[])[color.R, color.G, color.B]).SelectMany(part => Enumerable.Repeat((part / 127.5f) - 1, 16)).ToArray();
            AssertEqual([.. Enumerable.Repeat((entry.Id / 127.5f) - 1, 16)], Translate(generator, input));
        }
    }

    [Fact]
    public void A_loop_and_a_branch_are_no_hindrance()
    {
        HostileModels.WriteLoop(FilePath, rounds: 2);
        using var generator = Load();
        AssertTranslates(generator, value => 4 * value);
    }

    [Fact]
    public void Weights_in_a_folder_beside_it_are_read()
    {
        Directory.CreateDirectory(_folder.File("weights"));
        WriteExternal("weights/w.bin", write: true);
        using var generator = Load();
        AssertTranslates(generator, value => -value);
    }

    [Theory]
    [InlineData("weights.bin", "Expected the weights of 'w' in 'weights.bin' beside the model, found no such file")]
    [InlineData("../weights.bin", "outside its folder")]
    [InlineData("/etc/passwd", "outside its folder")]
    [InlineData("a/../../weights.bin", "outside its folder")]
    public void Weights_that_are_missing_or_elsewhere_are_named(string location, string sentence)
    {
        WriteExternal(location, write: false);
        Refused(sentence);
    }

    [Fact]
    public void A_second_file_that_was_cut_is_named()
    {
        WriteExternal("w.bin", write: true);
        File.WriteAllBytes(_folder.File("w.bin"), new byte[8]);
        Refused("found a file of 8 bytes");
    }

    [Fact]
    public void Files_that_are_too_new_say_so()
    {
        new ForeignGraph { IrVersion = 99 }.Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("Neg", ["x"], ["y"]).Write(FilePath);
        Refused("format (IR) version", "found 99", "newer than this program");
        new ForeignGraph { Opset = 99 }.Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("Neg", ["x"], ["y"]).Write(FilePath);
        Refused("version (opset)", "found 99", "newer than this program");
    }

    [Theory]
    [InlineData("")]
    [InlineData("my.company")]
    public void Operators_that_nobody_has_are_named(string domain)
    {
        var graph = new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("SuperResolve", ["x"], ["y"]);
        graph.Graph.Node[0].Domain = domain;
        graph.Write(FilePath);
        Refused("SuperResolve", "standard operators");
    }

    [Fact]
    public void Files_that_are_no_model_say_so()
    {
        File.WriteAllBytes(FilePath, []);
        Refused("found an empty file");
        File.WriteAllText(FilePath, "not a model at all");
        Refused("Expected a complete ONNX file");
        WriteExternal("w.bin", write: true);
        var bytes = File.ReadAllBytes(FilePath);
        foreach (var length in Enumerable.Range(1, bytes.Length - 1))
        {
            File.WriteAllBytes(FilePath, bytes[..length]);
            Refused("xpected");
        }
    }

    [Fact]
    public void A_weight_that_claims_more_than_it_holds_is_refused()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Weight("w", [1L << 40, 3, 1, 1], 1, 2, 3).Node("Conv", ["x", "w"], ["y"]).Write(FilePath);
        Refused("bytes of values for 'w'");
    }

    [Fact]
    public void Answers_that_are_no_numbers_are_refused_at_once_or_said_by_picture()
    {
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Node("Sqrt", ["x"], ["y"]).Write(FilePath);
        Refused("found NaN or infinity");

        // 1 at least in one pixel: the probe's picture has none.
        new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Weight("top", [1], 1f)
            .Node("Sub", ["top", "x"], ["z"]).Node("Log", ["z"], ["y"]).Write(FilePath);
        using var generator = Load();
        Assert.Throws<PictureException>(() => Translate(generator, [.. Enumerable.Repeat(1f, 3 * 64)]));
        Assert.True(Translate(generator, new float[3 * 64]).All(float.IsFinite));
    }

    [Theory]
    [InlineData("bntrain")]
    [InlineData("dyn")]
    [InlineData("dynhw")]
    [InlineData("fp16io")]
    [InlineData("nhwc")]
    [InlineData("nhwcdyn")]
    [InlineData("sigmoid01")]
    [InlineData("u8")]
    public void The_files_that_failed_before_load(string name)
    {
        using var generator = GeneratorLoader.Load(Path.Combine(SharedData.Folder("faults"), $"{name}.onnx"), OneThread);
        Assert.NotEmpty(generator.Info.Assumptions);
    }

    [Theory]
    [InlineData("huge3", "16,777,216 pixels")]
    [InlineData("ir99", "newer than this program")]
    [InlineData("loop", "expected an answer within 2 s")]
    public void The_files_that_can_not_run_say_why(string name, string sentence)
    {
        var fault = Assert.Throws<UserException>(() =>
            GeneratorLoader.Load(Path.Combine(SharedData.Folder("faults"), $"{name}.onnx"), OneThread with { TimeLimit = TimeSpan.FromSeconds(2) }).Dispose());
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void This_programs_own_files_are_not_touched()
    {
        TwoLayerModel.Write(FilePath, 8, 8);
        var bytes = File.ReadAllBytes(FilePath);
        Assert.True(OnnxHeader.IsSnapshot(bytes));
        using var generator = Load();
        Assert.Empty(generator.Info.Assumptions);
        Assert.IsType<OnnxGenerator>(generator);
    }

    private void WriteExternal(string location, bool write)
    {
        float[] weights = [-1, 0, 0, 0, -1, 0, 0, 0, -1];
        var graph = new ForeignGraph().Input("x", DataType.Float, 1, 3, 8, 8).Output("y", DataType.Float, 1, 3, 8, 8).Weight("w", [3, 3, 1, 1], weights).Node("Conv", ["x", "w"], ["y"]);
        var tensor = graph.Graph.Initializer[0];
        if (write)
        {
            File.WriteAllBytes(_folder.File(location), tensor.RawData.ToByteArray());
        }

        (tensor.DataLocation, tensor.RawData) = (DataLocation.External, ByteString.Empty);
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        graph.Write(FilePath);
    }

    private ITensorGenerator Load(LoadOptions? options = null) => GeneratorLoader.Load(FilePath, options ?? OneThread);

    private void Refused(params string[] parts)
    {
        var fault = Assert.Throws<UserException>(() => Load().Dispose());
        Assert.All(parts, part => Assert.True(fault.Message.Contains(part, StringComparison.Ordinal), fault.Message));
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain(".cc", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertTranslates(ITensorGenerator generator, Func<float, float> expected, double tolerance = 1e-4)
    {
        var input = Probe.Input(4, generator.Info.Input);
        AssertEqual([.. input.Select(expected)], Translate(generator, input), tolerance);
    }

    private static float[] Translate(ITensorGenerator generator, float[] values)
    {
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        values.CopyTo(input.Values);
        generator.Translate(input, output);
        return output.Values.ToArray();
    }

    private static void AssertEqual(float[] expected, float[] actual, double tolerance = 1e-4)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)), 0, tolerance);
    }
}
