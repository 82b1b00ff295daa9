using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>The same file in compute shaders and in ONNX Runtime.</summary>
public sealed class GlParityTests : IDisposable
{
    private const double Tolerance = 2e-3;

    private readonly TemporaryFolder _folder = new();
    private readonly OffscreenContext _context = new(new PixelSize(16, 16), isDebug: true);
    private readonly GraphicsDevice _device;
    private readonly List<string> _reports = [];

    public GlParityTests() => _device = new GraphicsDevice(_context, ShaderFolder.Find(), _reports.Add);

    public static TheoryData<int, int, int, NormStatistics, UpsampleKind> UNets => new()
    {
        { 4, 64, 64, NormStatistics.Image, UpsampleKind.Transposed },
        { 4, 128, 128, NormStatistics.Running, UpsampleKind.Transposed },
        { 8, 128, 128, NormStatistics.Image, UpsampleKind.Transposed },
        { 8, 64, 128, NormStatistics.Running, UpsampleKind.Transposed },
        { 16, 128, 64, NormStatistics.Image, UpsampleKind.Transposed },
        { 16, 64, 64, NormStatistics.Running, UpsampleKind.Transposed },
        { 4, 96, 96, NormStatistics.Image, UpsampleKind.Transposed },
        { 6, 64, 32, NormStatistics.Image, UpsampleKind.Resize },
        { 3, 32, 32, NormStatistics.Running, UpsampleKind.Resize },
    };

    public void Dispose()
    {
        _device.Dispose();
        _context.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(UNets))]
    public void A_UNet_answers_as_in_ONNX_Runtime(int width, int columns, int rows, NormStatistics statistics, UpsampleKind upsample) =>
        Compare(new GeneratorShape(GeneratorKind.UNet, 3, 3, width, Depth: 5, NormKind.Batch, statistics, upsample, 0), rows, columns);

    [Theory]
    [InlineData(NormStatistics.Image, UpsampleKind.Transposed, 3, 1)]
    [InlineData(NormStatistics.Running, UpsampleKind.Resize, 1, 4)]
    public void A_ResNet_too(NormStatistics statistics, UpsampleKind upsample, int inputs, int outputs) =>
        Compare(new GeneratorShape(GeneratorKind.ResNet, inputs, outputs, Width: 6, Depth: 2, NormKind.Batch, statistics, upsample, 0), 64, 32);

    [Theory]
    [InlineData(GeneratorKind.UNet, 2, NormStatistics.Image)]
    [InlineData(GeneratorKind.UNet, 4, NormStatistics.Running)]
    [InlineData(GeneratorKind.ResNet, 2, NormStatistics.Running)]
    [InlineData(GeneratorKind.ResNet, 4, NormStatistics.Image)]
    public void Blocks_of_pixels_read_and_written_as_one(GeneratorKind kind, int patch, NormStatistics statistics) =>
        Compare(new GeneratorShape(kind, 3, 3, Width: 6, Depth: 3, NormKind.Batch, statistics, UpsampleKind.Transposed, 0) { Patch = patch }, 64, 128);

    [Theory]
    [InlineData(NormStatistics.Image)]
    [InlineData(NormStatistics.Running)]
    public void Four_convolutions_that_are_interleaved_are_the_transposed_one_again(NormStatistics statistics)
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 6, Depth: 4, NormKind.Batch, statistics, UpsampleKind.Transposed, 0);
        var model = GeneratorGraph.Build(shape, 32, 64, RandomWeights.For(shape, seed: 7));
        Compare(TransposedConvolutions.Apply(model, TransposedForm.FourConvolutions));
    }

    [Theory]
    [InlineData("DCR", 2, 1)]
    [InlineData("CRD", 2, 2)]
    [InlineData("CRD", 3, 1)]
    public void A_pixel_shuffle_of_one_convolution_is_written_where_it_belongs(string mode, int block, int stride) => Compare(PixelShuffleModel.Build(mode, block, stride));

    [Theory]
    [InlineData("asymmetric", "floor", false)]
    [InlineData("half_pixel", "round_prefer_floor", true)]
    [InlineData("pytorch_half_pixel", "round_prefer_ceil", false)]
    public void Nearest_up_sampling_counts_as_any_exporter_does(string counts, string rounds, bool bySizes)
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 5, Depth: 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Resize, 0);
        var model = GeneratorGraph.Build(shape, 32, 64, RandomWeights.For(shape, seed: 7));
        foreach (var (node, level) in model.Graph.Node.Where(node => node.OpType == "Resize").Select((node, i) => (node, shape.Depth - 1 - i)))
        {
            node.Attribute.Single(attribute => attribute.Name == "coordinate_transformation_mode").S = Google.Protobuf.ByteString.CopyFromUtf8(counts);
            node.Attribute.Single(attribute => attribute.Name == "nearest_mode").S = Google.Protobuf.ByteString.CopyFromUtf8(rounds);
            if (bySizes)
            {
                var channels = shape.Channels(level) * (level == shape.Depth - 1 ? 1 : 2);
                var sizes = new global::Onnx.TensorProto { Name = $"{node.Name}.sizes", DataType = (int)global::Onnx.TensorProto.Types.DataType.Int64, Dims = { 4 } };
                sizes.Int64Data.Add([1, channels, 32 >> level, 64 >> level]);
                model.Graph.Initializer.Add(sizes);
                node.Input[2] = "";
                node.Input.Add(sizes.Name);
            }
        }

        Compare(model);
    }

    [Fact]
    public void A_norm_that_another_exporter_left_in_the_graph_is_applied_on_the_way()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 6, Depth: 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);
        var model = GeneratorGraph.Build(shape, 32, 32, RandomWeights.For(shape, seed: 9));
        foreach (var node in model.Graph.Node.Where(node => node.OpType == "InstanceNormalization"))
        {
            var scale = TensorData.ToWeight(model.Graph.Initializer.Single(tensor => tensor.Name == node.Input[1]));
            node.OpType = "BatchNormalization";
            foreach (var name in (string[])["mean", "variance"])
            {
                var values = scale.Values.Select(value => (value * value * 0.3f) + 0.1f).ToArray();
                model.Graph.Initializer.Add(TensorData.ToInitializer($"{node.Name}.{name}", new WeightTensor(scale.Dims, values)));
                node.Input.Add($"{node.Name}.{name}");
            }
        }

        Compare(model);
    }

    [Fact]
    public void The_generator_in_the_box_with_its_half_weights_and_its_probe()
    {
        using var generator = GlGenerator.Build(_device, GeneratorPlanner.Read(Files.ProjectFolder.Under("sample-scenes", "facades.onnx")));
        Assert.InRange(Difference(Files.ProjectFolder.Under("sample-scenes", "facades.onnx"), generator), 0, Tolerance);
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_texture_goes_in_and_comes_out_as_on_the_processor_and_nothing_is_read_back_or_uploaded()
    {
        var path = _folder.File("two-layers.onnx");
        TwoLayerModel.Write(path, width: 48, height: 32);
        using var generator = GlGenerator.Build(_device, GeneratorPlanner.Read(path));
        var (size, random) = (new PixelSize(48, 32), new Random(5));
        var picture = new PixelImage(size.Width, size.Height);
        random.NextBytes(picture.Rgba);
        using var input = new Texture(_device, size, TextureFormat.Rgba8);
        using var output = new Texture(_device, size, TextureFormat.Rgba8);
        input.Upload<byte>(picture.Rgba);
        var (readbacks, uploaded) = (_device.Readbacks, _device.UploadedBytes);
        generator.Translate(input.Name, output.Name);
        Assert.Equal((readbacks, uploaded), (_device.Readbacks, _device.UploadedBytes));

        using var framebuffer = new Framebuffer(_device, output.Name, size);
        var found = Screenshot.Read(_device, framebuffer.Target);
        var (values, answer) = (new float[generator.Info.Input.Count], new float[generator.Info.Output.Count]);
        PixelConvert.Encode(picture, values, generator.Info.Input);
        TwoLayerModel.Translate(values, answer);
        var expected = new PixelImage(size.Width, size.Height);
        PixelConvert.Decode(answer, generator.Info.Output, expected);
        Assert.InRange(found.Rgba.Zip(expected.Rgba).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 1);
    }

    /// <summary>Halves against floats of the same card: what is stored is coarser, what is added up is not.</summary>
    [Theory]
    [InlineData(GeneratorKind.UNet, NormStatistics.Image, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, NormStatistics.Running, UpsampleKind.Resize)]
    [InlineData(GeneratorKind.ResNet, NormStatistics.Image, UpsampleKind.Transposed)]
    public void Half_the_bytes_give_the_answer_within_a_halfs_tolerance(GeneratorKind kind, NormStatistics statistics, UpsampleKind upsample)
    {
        var shape = new GeneratorShape(kind, 3, 3, 8, Depth: kind == GeneratorKind.UNet ? 5 : 2, NormKind.Batch, statistics, upsample, 0);
        var path = Write(GeneratorGraph.Build(shape, 64, 64, RandomWeights.For(shape, seed: 7)));
        using var halves = GlGenerator.Build(_device, GeneratorPlanner.Read(path), GpuStorage.Half);
        using var floats = GlGenerator.Build(_device, GeneratorPlanner.Read(path));
        Assert.InRange(Difference(path, halves), 1e-5, 2e-2);
        Assert.EndsWith("fp16", halves.Info.Runs, StringComparison.Ordinal);
        Assert.InRange((double)halves.Measure(1).Sum(layer => layer.Bytes) / floats.Measure(1).Sum(layer => layer.Bytes), 0.49, 0.51);
        Assert.Empty(_reports);
    }

    private void Compare(GeneratorShape shape, int rows, int columns) => Compare(GeneratorGraph.Build(shape, rows, columns, RandomWeights.For(shape, seed: 7)));

    private void Compare(global::Onnx.ModelProto model)
    {
        var path = Write(model);
        using var generator = GlGenerator.Build(_device, GeneratorPlanner.Read(path));
        Assert.InRange(Difference(path, generator), 0, Tolerance);
        Assert.Empty(_reports);
    }

    private string Write(global::Onnx.ModelProto model)
    {
        var path = _folder.File("random.onnx");
        model.ProducerName = "random weights";
        OnnxFile.Write(path, model);
        return path;
    }

    private static double Difference(string path, GlGenerator generator)
    {
        using var reference = GeneratorLoader.Load(path, new LoadOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        using var input = new TensorBuffer(reference.Info.Input);
        using var output = new TensorBuffer(reference.Info.Output);
        Probe.FillInput(3, input.Values);
        reference.Translate(input, output);
        var answer = generator.Compute(input.Values);
        Assert.Equal((reference.Info.Input, reference.Info.Output), (generator.Info.Input, generator.Info.Output));
        Assert.True(answer.Max() - answer.Min() > 0.2, "the answer is almost one value, so that it would prove nothing");
        return output.Values.ToArray().Zip(answer).Max(pair => Math.Abs(pair.First - pair.Second));
    }
}
