using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Rendering.Tests.Generator;

/// <summary>A card on which a generator can't be put says why, in a sentence, and keeps nothing of it.</summary>
public sealed class GlFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("convolution", "convolution.comp line")]
    [InlineData("norm", "norm.comp line")]
    [InlineData("decode", "decode.comp line")]
    public void A_shader_that_does_not_compile_is_named_with_its_line(string shader, string words)
    {
        var broken = Path.Combine(_folder.Path, "generator", $"{shader}.comp");
        Copy(ShaderFolder.Find(), _folder.Path);
        File.WriteAllText(broken, File.ReadAllText(broken).Replace("void main()", "void main() { nonsense; }", StringComparison.Ordinal));
        Refuses(_ => { }, words);
    }

    [Fact]
    public void A_shader_that_is_missing_is_named()
    {
        Copy(ShaderFolder.Find(), _folder.Path);
        File.Delete(Path.Combine(_folder.Path, "generator", "total.comp"));
        File.Delete(Path.Combine(_folder.Path, "generator", "encode.comp"));
        Refuses(_ => { }, "Expected the shader");
    }

    [Fact]
    public void A_card_with_too_little_of_something_says_what()
    {
        Copy(ShaderFolder.Find(), _folder.Path);
        Refuses(device => device.Compute = device.Compute with { StorageBytes = 4096 }, "storage buffer");
        Refuses(device => device.Compute = device.Compute with { FreeBytes = 4096 }, "free GPU memory");
        Refuses(device => device.Compute = device.Compute with { Buffers = 4 }, "buffers in one shader");
    }

    [Fact]
    public void Memory_that_is_not_there_is_told_of_in_megabytes()
    {
        using var gl = new GlSession();
        var fault = Assert.Throws<UserException>(() => new StorageBuffer(gl.Device, 1L << 50));
        Assert.Contains("MB of GPU memory", fault.Message, StringComparison.Ordinal);
    }

    private void Refuses(Action<GraphicsDevice> shrink, string words)
    {
        using var gl = new GlSession(shaders: _folder.Path);
        shrink(gl.Device);
        var plan = Plan();
        Assert.Contains(words, Assert.Throws<UserException>(() => GlGenerator.Build(gl.Device, plan)).Message, StringComparison.Ordinal);
        gl.Device.Drain();

        // Programs that compiled before the fault stay the device's.
        var kept = gl.Device.LiveObjects;
        Assert.Throws<UserException>(() => GlGenerator.Build(gl.Device, plan));
        gl.Device.Drain();
        Assert.Equal(kept, gl.Device.LiveObjects);
    }

    private static GeneratorPlan Plan()
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, Depth: 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);
        var model = GeneratorGraph.Build(shape, 32, 32, RandomWeights.For(shape, seed: 1));
        model.ProducerName = "random weights";
        return GeneratorPlanner.Plan("random.onnx", model, size: null, ValueRange.Signed);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
