using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Onnx.Rewriting;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Inference.Tests;

/// <summary>A style is a second input that only moves biases: exact in every shape, in every way of running, and nothing on the picture's way.</summary>
public sealed class StyleTests : IDisposable
{
    private const int Side = 32;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pix2pix-style");

    public static TheoryData<GeneratorKind, NormKind, NormStatistics, UpsampleKind> Shapes
    {
        get
        {
            var all = new TheoryData<GeneratorKind, NormKind, NormStatistics, UpsampleKind>();
            foreach (var kind in Enum.GetValues<GeneratorKind>())
            {
                foreach (var norm in Enum.GetValues<NormKind>())
                {
                    all.Add(kind, norm, NormStatistics.Image, UpsampleKind.Transposed);
                    all.Add(kind, norm, NormStatistics.Running, UpsampleKind.Resize);
                }

                all.Add(kind, NormKind.Batch, NormStatistics.Running, UpsampleKind.Transposed);
            }

            return all;
        }
    }

    private string FilePath => Path.Combine(_folder.FullName, "styled.onnx");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_style_moves_the_biases_after_the_norms(GeneratorKind kind, NormKind norm, NormStatistics statistics, UpsampleKind upsample)
    {
        var shape = StyledModel.Shape(kind, norm, statistics, upsample);
        StyledModel.Write(FilePath, shape, Side);
        using var generator = Load();
        var neutral = StyledModel.Translate(generator, 5);
        Assert.InRange(StyledModel.LargestDifference(neutral, StyledModel.Expected(shape, Side, 5, StyledModel.Style.Definition.Neutral)), 0, 1e-4);

        generator.Style!.Set(StyledModel.Other);
        var styled = StyledModel.Translate(generator, 5);
        Assert.InRange(StyledModel.LargestDifference(styled, StyledModel.Expected(shape, Side, 5, StyledModel.Other)), 0, 1e-4);
        Assert.True(StyledModel.LargestDifference(styled, neutral) > 0.05, "the style must be seen, or agreement says nothing");
    }

    [Theory]
    [InlineData(true, NormKind.None)]
    [InlineData(false, NormKind.None)]
    [InlineData(true, NormKind.Batch)]
    [InlineData(false, NormKind.Batch)]
    public void Other_forms_of_the_layers_keep_it(bool isFour, NormKind norm)
    {
        var shape = StyledModel.Shape(GeneratorKind.UNet, norm, NormStatistics.Running, UpsampleKind.Transposed);
        StyledModel.Write(FilePath, shape, Side, model => TransposedConvolutions.Apply(model, isFour ? TransposedForm.FourConvolutions : TransposedForm.OneConvolution));
        using var generator = Load();
        generator.Style!.Set(StyledModel.Other);
        Assert.InRange(StyledModel.LargestDifference(StyledModel.Translate(generator, 5), StyledModel.Expected(shape, Side, 5, StyledModel.Other)), 0, 1e-4);
    }

    [Fact]
    public void Half_weights_keep_it()
    {
        var shape = StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed, width: 64);
        StyledModel.Write(FilePath, shape, Side);
        var model = HalfWeights.Apply(OnnxFile.Read(FilePath));
        OnnxFile.Write(FilePath, model, SnapshotMetadata.FromEntries(OnnxFile.Metadata(model)) with { Precision = WeightPrecision.Fp16 });
        Assert.Contains(model.Graph.Initializer, tensor => tensor.Name == "decoder.2.style.weight.half" || tensor.Name == "decoder.3.style.weight.half");
        using var generator = Load();
        generator.Style!.Set(StyledModel.Other);
        Assert.InRange(StyledModel.LargestDifference(StyledModel.Translate(generator, 5), StyledModel.Expected(shape, Side, 5, StyledModel.Other)), 0, 2e-2);
    }

    [Fact]
    public void A_slider_allocates_nothing()
    {
        StyledModel.Write(FilePath, StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), Side);
        using var generator = Load();
        using var input = new TensorBuffer(generator.Info.Input);
        using var output = new TensorBuffer(generator.Info.Output);
        var styles = (float[][])[StyledModel.Other, StyledModel.Style.Definition.Neutral.ToArray()];
        Turn(20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Turn(100);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Turn(int times)
        {
            for (var i = 0; i < times; i++)
            {
                generator.Style!.Set(styles[i % 2]);
                generator.Translate(input, output);
            }
        }
    }

    [Fact]
    public void What_is_no_style_leaves_the_one_before()
    {
        var shape = StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed);
        StyledModel.Write(FilePath, shape, Side);
        using var generator = Load();
        generator.Style!.Set(StyledModel.Other);
        Assert.Contains("Expected a style of 4 numbers", Assert.Throws<UserException>(() => generator.Style.Set([0.5f])).Message, StringComparison.Ordinal);
        Assert.Contains("wall.green, found NaN", Assert.Throws<UserException>(() => generator.Style.Set([0.5f, float.NaN, 0, 0])).Message, StringComparison.Ordinal);
        Assert.InRange(StyledModel.LargestDifference(StyledModel.Translate(generator, 5), StyledModel.Expected(shape, Side, 5, StyledModel.Other)), 0, 1e-4);
    }

    [Fact]
    public void A_file_that_lost_its_description_translates_neutrally_and_one_of_another_length_is_refused()
    {
        var shape = StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed);
        StyledModel.Write(FilePath, shape, Side);
        var model = OnnxFile.Read(FilePath);
        var metadata = SnapshotMetadata.FromEntries(OnnxFile.Metadata(model));
        OnnxFile.Write(FilePath, model, metadata with { Style = null });
        using (var generator = Load())
        {
            Assert.Null(generator.Style);
            Assert.InRange(StyledModel.LargestDifference(StyledModel.Translate(generator, 5), StyledModel.Expected(shape, Side, 5, StyledModel.Style.Definition.Neutral)), 0, 1e-4);
        }

        var shorter = new Styles.StyleDefinition("test", "cmp-facade", [StyledModel.Style.Definition.Groups[0]]);
        OnnxFile.Write(FilePath, model, metadata with { Style = new Styles.ModelStyle(shorter, new Styles.StyleDistribution([])) });
        Assert.Contains("Expected an input 'style' of [1,3]", Assert.Throws<UserException>(Load).Message, StringComparison.Ordinal);
    }

    private ITensorGenerator Load() => GeneratorLoader.Load(FilePath, new LoadOptions { Threads = 1, Provider = ExecutionProvider.Cpu });
}
