using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Metrics;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Quantization;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests.Quantization;

public sealed class QuantizerTests : IDisposable
{
    private const int Side = 64;

    /// <summary>Kernels that move or reckon bytes.</summary>
    private static readonly string[] ByteKernels = ["QLinearConv", "QLinearLeakyRelu", "QLinearConcat", "QLinearAdd", "DepthToSpace", "Slice", "Transpose", "Pad", "Resize"];

    /// <summary>What is computed of the style alone, a number a channel.</summary>
    private static readonly string[] StyleKernels = ["Sub", "Div", "MatMul", "Add", "Clip", "Round", "Cast", "Concat", "Reshape", "Mul", "Gemm"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-int8");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(GeneratorKind.UNet, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, UpsampleKind.Resize)]
    [InlineData(GeneratorKind.ResNet, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, UpsampleKind.Transposed, 2)]
    [InlineData(GeneratorKind.ResNet, UpsampleKind.Transposed, 2)]
    public void No_float_island_lies_between_the_first_convolution_and_the_last(GeneratorKind kind, UpsampleKind upsample, int patch = 1)
    {
        var kernels = KernelProfile.Of(Quantize(Model(kind, NormStatistics.Running, upsample, patch)), Picture(1), _folder.FullName);
        var (first, last) = (kernels.IndexOf("QLinearConv"), kernels.LastIndexOf("QLinearConv"));
        Assert.True(first >= 0 && last > first, string.Join(' ', kernels));
        Assert.All(kernels[first..last], kernel => Assert.Contains(kernel, ByteKernels));
        Assert.DoesNotContain("Conv", kernels);
        Assert.DoesNotContain("FusedConv", kernels);
    }

    [Theory]
    [InlineData(GeneratorKind.UNet, NormStatistics.Running)]
    [InlineData(GeneratorKind.UNet, NormStatistics.Image)]
    [InlineData(GeneratorKind.ResNet, NormStatistics.Running)]
    [InlineData(GeneratorKind.UNet, NormStatistics.Running, 2)]
    [InlineData(GeneratorKind.UNet, NormStatistics.Running, 4)]
    [InlineData(GeneratorKind.ResNet, NormStatistics.Running, 2)]
    public void Bytes_give_nearly_the_same_picture(GeneratorKind kind, NormStatistics statistics, int patch = 1)
    {
        var model = Model(kind, statistics, UpsampleKind.Transposed, patch);
        var bytes = Quantize(model);
        for (ulong seed = 1; seed <= 4; seed++)
        {
            Assert.InRange(PictureDistance.Psnr(PlainRun.Answer(model, Picture(seed)), PlainRun.Answer(bytes, Picture(seed))), 30, 80);
        }
    }

    [Theory]
    [InlineData(NormKind.None, NormStatistics.Running)]
    [InlineData(NormKind.Batch, NormStatistics.Running)]
    [InlineData(NormKind.Batch, NormStatistics.Image)]
    public void A_style_moves_biases_of_bytes(NormKind norm, NormStatistics statistics)
    {
        var shape = StyledModel.Shape(GeneratorKind.UNet, norm, statistics, UpsampleKind.Transposed, width: 8);
        var bytes = Quantize(GeneratorGraph.Build(shape, Side, Side, RandomWeights.For(shape, seed: 21), StyledModel.Style.Definition));
        var path = Path.Combine(_folder.FullName, "styled.onnx");
        StyledModel.Write(path, shape, Side, _ => bytes);
        var model = OnnxFile.Read(path);
        OnnxFile.Write(path, model, SnapshotMetadata.FromEntries(OnnxFile.Metadata(model)) with { Precision = WeightPrecision.Int8 });
        using var generator = GeneratorLoader.Load(path, new LoadOptions { Threads = 1 });
        foreach (var style in (float[][])[StyledModel.Style.Definition.Neutral.ToArray(), StyledModel.Other])
        {
            generator.Style!.Set(style);
            Assert.InRange(PictureDistance.Psnr(StyledModel.Translate(generator, 3), StyledModel.Expected(shape, Side, 3, style)), 28, 80);
        }

        if (statistics == NormStatistics.Running)
        {
            var kernels = KernelProfile.Of(bytes, Picture(1), _folder.FullName);
            Assert.All(kernels[kernels.IndexOf("QLinearConv")..kernels.LastIndexOf("QLinearConv")].Except(StyleKernels), kernel => Assert.Contains(kernel, ByteKernels));
            Assert.DoesNotContain("Conv", kernels);
            Assert.DoesNotContain("FusedConv", kernels);
        }
    }

    [Fact]
    public void A_channel_without_weights_and_a_large_bias_stay_what_they_are()
    {
        var model = Model(GeneratorKind.UNet, NormStatistics.Running, UpsampleKind.Transposed);
        var weight = model.Graph.Initializer.Single(tensor => tensor.Name == "encoder.1.conv.weight");
        var values = TensorData.ToWeight(weight).Values;
        values.AsSpan(0, values.Length / 16).Clear();
        model.Graph.Initializer[model.Graph.Initializer.IndexOf(weight)] = TensorData.ToInitializer(weight.Name, new WeightTensor([16, 8, 4, 4], values));
        var bias = model.Graph.Initializer.Single(tensor => tensor.Name == "encoder.1.conv.bias");
        var shifts = TensorData.ToWeight(bias).Values;
        shifts[0] = 3;
        model.Graph.Initializer[model.Graph.Initializer.IndexOf(bias)] = TensorData.ToInitializer(bias.Name, new WeightTensor([16], shifts));
        Assert.InRange(PictureDistance.Psnr(PlainRun.Answer(model, Picture(2)), PlainRun.Answer(Quantize(model), Picture(2))), 30, 80);
    }

    [Fact]
    public void Half_weights_are_unpacked_first_and_the_file_shrinks_to_a_quarter()
    {
        var model = Model(GeneratorKind.UNet, NormStatistics.Running, UpsampleKind.Transposed);
        var bytes = Quantize(HalfWeights.Apply(model));
        Assert.DoesNotContain("Cast", bytes.Graph.Node.Select(node => node.OpType));
        Assert.InRange(bytes.CalculateSize() / (double)model.CalculateSize(), 0.2, 0.5);
    }

    [Fact]
    public void Whole_numbers_on_the_way_and_operators_that_bytes_do_not_know_stay_what_they_are()
    {
        var model = Model(GeneratorKind.UNet, NormStatistics.Running, UpsampleKind.Transposed);
        var nodes = model.Graph.Node;
        var (bent, output) = (nodes.First(node => node.OpType == "LeakyRelu"), nodes.First(node => node.OpType == "LeakyRelu").Output[0]);
        bent.Output[0] = "bent";
        var at = nodes.IndexOf(bent);
        NodeProto[] added = [Node("Shape", "bent", "sizes"), Node("Softsign", "bent", "soft"), Node("Reshape", "soft", output)];
        added[2].Input.Add("sizes");
        for (var i = 0; i < added.Length; i++)
        {
            nodes.Insert(at + 1 + i, added[i]);
        }

        var bytes = Quantize(model);
        Assert.Contains("Softsign", bytes.Graph.Node.Select(node => node.OpType));
        Assert.InRange(PictureDistance.Psnr(PlainRun.Answer(model, Picture(2)), PlainRun.Answer(bytes, Picture(2))), 30, 80);

        static NodeProto Node(string kind, string input, string output)
        {
            var node = new NodeProto { OpType = kind, Name = $"{kind} of {input}" };
            node.Input.Add(input);
            node.Output.Add(output);
            return node;
        }
    }

    [Fact]
    public void An_old_operator_set_is_refused()
    {
        var model = Model(GeneratorKind.UNet, NormStatistics.Running, UpsampleKind.Transposed);
        model.OpsetImport[0].Version = 11;
        Assert.Contains("found 11", Assert.Throws<UserException>(() => Quantizer.Prepare(model)).Message, StringComparison.Ordinal);
    }

    private static ModelProto Quantize(ModelProto model)
    {
        var prepared = Quantizer.Prepare(model);
        using var calibration = new Calibration(prepared);
        for (ulong seed = 10; seed < 18; seed++)
        {
            Picture(seed).CopyTo(calibration.Picture);
            if (calibration.Style.Length > 0)
            {
                (seed % 2 == 0 ? StyledModel.Other : StyledModel.Style.Definition.Neutral).CopyTo(calibration.Style);
            }

            calibration.Watch();
        }

        return Quantizer.Apply(prepared, calibration.Ranges(outside: 1e-5));
    }

    private static float[] Picture(ulong seed) => Probe.Input(seed, new FrameShape(3, Side, Side));

    private static ModelProto Model(GeneratorKind kind, NormStatistics statistics, UpsampleKind upsample, int patch = 1)
    {
        var shape = new GeneratorShape(kind, 3, 3, 8, kind == GeneratorKind.UNet ? patch == 1 ? 5 : 4 : 2, NormKind.Batch, statistics, upsample, 0) { Patch = patch };
        return GeneratorGraph.Build(shape, Side, Side, RandomWeights.For(shape, seed: 4));
    }
}
