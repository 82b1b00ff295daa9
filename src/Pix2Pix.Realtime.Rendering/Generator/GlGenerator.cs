using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Graphics;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// A generator in compute shaders, for every card with OpenGL 4.3: the picture goes in and comes out as a texture, and nothing in between leaves
/// the card. Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class GlGenerator : ITextureGenerator
{
    /// <summary>Seed of the picture that a file without a probe is tried with.</summary>
    private const ulong TrialSeed = 1;

    private readonly GraphicsDevice _device;
    private readonly CardNetwork _network;
    private readonly TextureEncoder _encoder;
    private readonly TextureDecoder _decoder;

    private GlGenerator(GraphicsDevice device, GeneratorPlan plan, CardNetwork network)
    {
        (_device, _network) = (device, network);
        _encoder = new TextureEncoder(device, plan);
        _decoder = new TextureDecoder(device, plan);
        var runs = device.IsSoftware ? "OpenGL, drawn by the processor" : $"OpenGL, {device.Gl.GetStringS(StringName.Renderer)}";
        Info = new GeneratorInfo(plan.Name, plan.Input, plan.Output, plan.Metadata?.Palette ?? "", runs, plan.Metadata?.Step ?? 0);
    }

    public GeneratorInfo Info { get; }

    internal CardNetwork Network => _network;

    /// <summary>Puts a plan on the card, warm and verified: the probe is computed there and compared.</summary>
    /// <exception cref="UserException">The card or its driver can't, or computes the probe wrongly; the sentence says what is missing.</exception>
    public static GlGenerator Build(GraphicsDevice device, GeneratorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(plan);
        CardLimits.Require(ComputeSupport.Of(device), plan);
        var network = new CardNetwork(device, plan);
        try
        {
            var answer = network.Compute(Probe.Input(plan.Metadata?.Probe.Seed ?? TrialSeed, plan.Input));
            RequireAnswer(plan, answer);
            return new GlGenerator(device, plan, network);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    public void Translate(uint inputTexture, uint outputTexture)
    {
        _encoder.Run(inputTexture, _network.Input);
        foreach (var layer in _network.Layers)
        {
            layer.Run();
        }

        _decoder.Run(_network.Output, outputTexture);
    }

    /// <summary>Translates numbers instead of a texture: for checks and tests, since it reads them back.</summary>
    /// <param name="input">Planar, shape <see cref="GeneratorInfo.Input"/>, in the file's own range.</param>
    /// <returns>Planar, shape <see cref="GeneratorInfo.Output"/>, in the file's own range.</returns>
    public float[] Compute(ReadOnlySpan<float> input) => _network.Compute(input);

    public void Dispose() => _network.Dispose();

    private static void RequireAnswer(GeneratorPlan plan, float[] answer)
    {
        if (plan.Metadata is { } metadata && metadata.Probe.Compare(answer) is var error && !error.IsWithin(metadata.Precision, reducedProducts: false))
        {
            throw new UserException($"expected the answer that the trainer recorded, found another on the graphics card ({error}); the file was damaged, or the driver miscalculates");
        }

        if (!answer.All(float.IsFinite))
        {
            throw new UserException("expected numbers from the graphics card, found some that are not finite; the driver may miscalculate");
        }
    }
}
