using CsCheck;
using Google.Protobuf;
using Onnx;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests;

public sealed class GeneratorLoaderTests : IDisposable
{
    private static readonly LoadOptions OneThread = new() { Threads = 1 };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-loader");

    private string FilePath => Path.Combine(_folder.FullName, "generator.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(3, 3)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public void A_snapshot_loads_and_translates(int inputChannels, int outputChannels)
    {
        TwoLayerModel.Write(FilePath, width: 24, height: 16, inputChannels, outputChannels, step: 42);
        using var generator = GeneratorLoader.Load(FilePath, OneThread);
        Assert.Equal(
            new GeneratorInfo("generator.onnx", new FrameShape(inputChannels, 16, 24), new FrameShape(outputChannels, 16, 24), "cmp-facade", "CPU (1 thread)", 42),
            generator.Info);

        var (input, expected) = (Probe.Input(9, generator.Info.Input), new float[generator.Info.Output.Count]);
        TwoLayerModel.Translate(input, expected, inputChannels, outputChannels);
        AssertEqual(expected, Translate(generator, input));
    }

    [Fact]
    public void A_missing_file_is_named() => Refused("nowhere.onnx", "found no file at 'nowhere.onnx'");

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        File.WriteAllText(FilePath, "not a model at all");
        Refused("Expected a complete ONNX file");
    }

    [Fact]
    public void A_snapshot_cut_anywhere_is_refused()
    {
        TwoLayerModel.Write(FilePath, width: 8, height: 8);
        var bytes = File.ReadAllBytes(FilePath);
        Gen.Int[0, bytes.Length - 1].Sample(length =>
        {
            File.WriteAllBytes(FilePath, bytes[..length]);
            Assert.Throws<UserException>(() => GeneratorLoader.Load(FilePath, OneThread).Dispose());
        }, iter: 400, threads: 1);
    }

    [Fact]
    public void A_snapshot_with_one_flipped_bit_in_a_weight_is_refused_by_its_probe()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);
        WriteSnapshot(shape, damage: null);
        GeneratorLoader.Load(FilePath, OneThread).Dispose();

        WriteSnapshot(shape, damage: model =>
        {
            var tensor = model.Graph.Initializer.Single(tensor => tensor.Name == "decoder.0.conv.weight");
            var bytes = tensor.RawData.ToByteArray();
            bytes[(4 * 10) + 3] ^= 0x40;
            tensor.RawData = ByteString.CopyFrom(bytes);
        });
        Refused("Expected the outputs recorded in the file's probe");
    }

    [Fact]
    public void Another_size_than_the_one_asked_for_is_refused()
    {
        TwoLayerModel.Write(FilePath, width: 64, height: 32);
        GeneratorLoader.Load(FilePath, OneThread with { Size = (64, 32) }).Dispose();
        Refused("Expected a generator for 128x128, found one for 64x32", OneThread with { Size = (128, 128) });
    }

    [Fact]
    public void A_model_with_two_inputs_is_refused()
    {
        WriteForeign(model =>
        {
            var second = model.Graph.Input[0].Clone();
            second.Name = "mask";
            model.Graph.Input.Add(second);
        });
        Refused("Expected one image input and one image output, found 2 inputs (input float32 [1,3,8,8], mask float32 [1,3,8,8])");
    }

    [Fact]
    public void A_model_that_reads_no_picture_is_refused()
    {
        WriteForeign(model => model.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = 7);
        Refused("found 7 channels", OneThread with { Palette = PaletteFile.Load("cmp-facade") });
    }

    [Theory]
    [InlineData("-1..1", 1f)]
    [InlineData("0..1", 1f)]
    [InlineData("0..255", 255f)]
    public void A_foreign_model_loads_with_its_own_range(string range, float top)
    {
        WriteForeign(_ => { });
        using var generator = GeneratorLoader.Load(FilePath, OneThread with { Range = ModelRange.Parse(range) });
        var input = Probe.Input(4, generator.Info.Input);
        var own = range == "-1..1" ? input : [.. input.Select(value => (value + 1) / 2 * top)];
        var expected = new float[input.Length];
        TwoLayerModel.Translate(own, expected);
        AssertEqual(range == "-1..1" ? expected : [.. expected.Select(value => (value / top * 2) - 1)], Translate(generator, input));
    }

    [Fact]
    public void A_foreign_model_with_open_sides_takes_the_size_that_it_is_given()
    {
        WriteForeign(model =>
        {
            foreach (var dim in model.Graph.Input[0].Type.TensorType.Shape.Dim.Concat(model.Graph.Output[0].Type.TensorType.Shape.Dim).Where(dim => dim.DimValue == 8))
            {
                dim.DimParam = "side";
            }
        });
        using var generator = GeneratorLoader.Load(FilePath, OneThread with { Size = (40, 24) });
        Assert.Equal(new FrameShape(3, 24, 40), generator.Info.Output);
    }

    [Fact]
    public void A_foreign_model_with_its_weights_in_a_second_file_loads()
    {
        WriteForeign(model =>
        {
            using var data = File.Create(Path.Combine(_folder.FullName, "weights.bin"));
            foreach (var tensor in model.Graph.Initializer)
            {
                tensor.DataLocation = TensorProto.Types.DataLocation.External;
                tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "weights.bin" });
                tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = $"{data.Position}" });
                tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = $"{tensor.RawData.Length}" });
                tensor.RawData.WriteTo(data);
                tensor.RawData = ByteString.Empty;
            }
        });
        using var generator = GeneratorLoader.Load(FilePath, OneThread);
        var (input, expected) = (Probe.Input(4, generator.Info.Input), new float[generator.Info.Output.Count]);
        TwoLayerModel.Translate(input, expected);
        AssertEqual(expected, Translate(generator, input));
    }

    [Fact]
    public void Asking_for_CUDA_where_there_is_none_runs_on_the_CPU_and_says_so()
    {
        TwoLayerModel.Write(FilePath);
        using var generator = GeneratorLoader.Load(FilePath, OneThread with { Provider = ExecutionProvider.Cuda });
        Assert.StartsWith("CPU (1 thread); no CUDA: ", generator.Info.Runs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_loaded_generator_can_be_replaced_and_deleted()
    {
        TwoLayerModel.Write(FilePath, step: 1);
        using var first = GeneratorLoader.Load(FilePath, OneThread);
        TwoLayerModel.Write(FilePath, step: 2);
        using var second = GeneratorLoader.Load(FilePath, OneThread);
        File.Delete(FilePath);
        Assert.Equal((1, 2), (first.Info.Step, second.Info.Step));
        var input = Probe.Input(2, first.Info.Input);
        Assert.Equal(Translate(first, input), Translate(second, input));
    }

    private static float[] Translate(ITensorGenerator generator, float[] values)
    {
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        values.CopyTo(input.Values);
        generator.Translate(input, output);
        return output.Values.ToArray();
    }

    private static void AssertEqual(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(expected.Zip(actual).Max(pair => Math.Abs(pair.First - pair.Second)), 0, 1e-4);
    }

    private void Refused(string sentence, LoadOptions? options = null) => Refused(FilePath, sentence, options);

    private static void Refused(string path, string sentence, LoadOptions? options = null)
    {
        var fault = Assert.Throws<UserException>(() => GeneratorLoader.Load(path, options ?? OneThread).Dispose());
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Message.Contains(sentence, StringComparison.Ordinal), fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private void WriteSnapshot(GeneratorShape shape, Action<ModelProto>? damage)
    {
        var weights = RandomWeights.For(shape, seed: 3);
        var model = GeneratorGraph.Build(shape, 16, 16, weights);
        var answer = new ReferenceGenerator(shape, weights).Translate(Planes.Of(Probe.Input(6, new FrameShape(3, 16, 16)), 3, 16, 16));
        damage?.Invoke(model);
        OnnxFile.Write(FilePath, model, new SnapshotMetadata(
            Direction.BtoA, 16, 16, ValueRange.Signed, "", shape.Statistics, WeightPrecision.Fp32, "test", 1,
            Probe.Of(6, [.. answer.Values.ToArray().Select(value => (float)value)])));
    }

    private void WriteForeign(Action<ModelProto> change)
    {
        TwoLayerModel.Write(FilePath, width: 8, height: 8);
        var model = OnnxFile.Read(FilePath);
        model.MetadataProps.Clear();
        model.ProducerName = "another program";
        change(model);
        OnnxFile.Write(FilePath, model);
    }
}
