using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Generator;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Shared;

namespace Pix2Pix.Realtime.Rendering.Tests.Generator;

/// <summary>One translation spread over several frames.</summary>
public sealed class GlSliceTests
{
    private static readonly PixelSize Size = new(64, 64);

    [Fact]
    public void In_slices_it_is_the_same_picture_of_the_input_that_it_began_with()
    {
        using var gl = new GlSession();
        using var generator = Build(gl.Device);
        using var input = Noise(gl.Device, seed: 1);
        using var whole = new Texture(gl.Device, Size, TextureFormat.Rgba8);
        using var sliced = new Texture(gl.Device, Size, TextureFormat.Rgba8);
        generator.Translate(input.Name, whole.Name);

        generator.Begin(input.Name);
        var slices = 1;
        while (!generator.Continue(TimeSpan.Zero, sliced.Name))
        {
            slices++;
            input.Upload<byte>(Bytes(seed: 2));
        }

        Assert.Equal(generator.Measure(1).Count, slices);
        Assert.Equal(gl.Read(whole).Rgba, gl.Read(sliced).Rgba);
    }

    [Fact]
    public void Layers_know_what_they_cost_from_the_start_and_a_budget_holds_as_many_as_fit()
    {
        using var gl = new GlSession();
        using var generator = Build(gl.Device);
        using var input = Noise(gl.Device, seed: 1);
        using var output = new Texture(gl.Device, Size, TextureFormat.Rgba8);
        Assert.All(generator.Measure(3), layer => Assert.True(layer is { Milliseconds: > 0, Operations: > 0, Bytes: > 0 }));

        generator.Begin(input.Name);
        Assert.True(generator.Continue(TimeSpan.FromMinutes(1), output.Name));
        gl.Device.Gl.Finish();
        Assert.True(generator.IsIdle);
    }

    [Fact]
    public void A_layer_that_is_longer_than_the_budget_is_cut_too_and_the_picture_stays_the_same()
    {
        using var gl = new GlSession();
        using var generator = Build(gl.Device);
        using var input = Noise(gl.Device, seed: 1);
        using var whole = new Texture(gl.Device, Size, TextureFormat.Rgba8);
        using var sliced = new Texture(gl.Device, Size, TextureFormat.Rgba8);
        generator.Translate(input.Name, whole.Name);

        generator.Begin(input.Name);
        var slices = 1;
        while (!generator.Continue(TimeSpan.FromTicks(1), sliced.Name))
        {
            slices++;
        }

        Assert.True(slices > generator.Measure(1).Count, $"{slices} slices");
        Assert.Equal(gl.Read(whole).Rgba, gl.Read(sliced).Rgba);
    }

    private static GlGenerator Build(GraphicsDevice device)
    {
        var shape = new GeneratorShape(GeneratorKind.UNet, 3, 3, 4, Depth: 4, NormKind.Batch, NormStatistics.Image, UpsampleKind.Transposed, 0);
        var model = GeneratorGraph.Build(shape, Size.Height, Size.Width, RandomWeights.For(shape, seed: 1));
        model.ProducerName = "random weights";
        return GlGenerator.Build(device, GeneratorPlanner.Plan("random.onnx", model, size: null, ValueRange.Signed));
    }

    private static Texture Noise(GraphicsDevice device, int seed)
    {
        var texture = new Texture(device, Size, TextureFormat.Rgba8);
        texture.Upload<byte>(Bytes(seed));
        return texture;
    }

    private static byte[] Bytes(int seed)
    {
        var bytes = new byte[Size.Width * Size.Height * 4];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
