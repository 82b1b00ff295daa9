using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Generator;

/// <summary>A style moves the biases of compute shaders as it moves those of ONNX Runtime.</summary>
public sealed class GlStyleTests : IDisposable
{
    private const int Side = 32;

    private readonly TemporaryFolder _folder = new();
    private readonly OffscreenContext _context = new(new PixelSize(16, 16), isDebug: true);
    private readonly GraphicsDevice _device;
    private readonly List<string> _reports = [];

    public GlStyleTests() => _device = new GraphicsDevice(_context, ShaderFolder.Find(), _reports.Add);

    public void Dispose()
    {
        _device.Dispose();
        _context.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed)]
    [InlineData(GeneratorKind.UNet, NormKind.Batch, NormStatistics.Running, UpsampleKind.Resize)]
    [InlineData(GeneratorKind.ResNet, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed)]
    public void It_answers_each_style_as_ONNX_Runtime_does(GeneratorKind kind, NormKind norm, NormStatistics statistics, UpsampleKind upsample)
    {
        var shape = StyledModel.Shape(kind, norm, statistics, upsample);
        var path = _folder.File("styled.onnx");
        StyledModel.Write(path, shape, Side);
        using var generator = GlGenerator.Build(_device, GeneratorPlanner.Read(path));
        foreach (var style in (float[][])[StyledModel.Style.Definition.Neutral.ToArray(), StyledModel.Other, StyledModel.Style.Definition.Neutral.ToArray()])
        {
            generator.Style!.Set(style);
            var answer = generator.Compute(Probe.Input(5, generator.Info.Input));
            Assert.InRange(StyledModel.LargestDifference(answer, StyledModel.Expected(shape, Side, 5, style)), 0, 2e-3);
        }

        Assert.Empty(_reports);
    }

    [Fact]
    public void Biases_are_uploaded_when_the_style_changes_and_only_then()
    {
        var path = _folder.File("styled.onnx");
        StyledModel.Write(path, StyledModel.Shape(GeneratorKind.UNet, NormKind.None, NormStatistics.Image, UpsampleKind.Transposed), Side);
        using var generator = GlGenerator.Build(_device, GeneratorPlanner.Read(path));
        using var input = new Texture(_device, new PixelSize(Side, Side), TextureFormat.Rgba8);
        using var output = new Texture(_device, new PixelSize(Side, Side), TextureFormat.Rgba8);
        var before = _device.UploadedBytes;
        generator.Translate(input.Name, output.Name);
        Assert.Equal(before, _device.UploadedBytes);
        generator.Style!.Set(StyledModel.Other);
        generator.Translate(input.Name, output.Name);
        Assert.InRange(_device.UploadedBytes - before, 1, 4096);
        before = _device.UploadedBytes;
        generator.Translate(input.Name, output.Name);
        Assert.Equal(before, _device.UploadedBytes);
    }
}
