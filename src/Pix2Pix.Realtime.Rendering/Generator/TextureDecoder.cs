using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Graphics;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>From the generator's numbers to a texture, as <see cref="Frames.PixelConvert"/> does it on the processor. GL thread.</summary>
internal sealed class TextureDecoder
{
    private const int Threads = 8;

    private readonly GraphicsDevice _device;
    private readonly GeneratorPlan _plan;
    private readonly ShaderProgram _program;

    public TextureDecoder(GraphicsDevice device, GeneratorPlan plan, GpuStorage storage)
    {
        (_device, _plan) = (device, plan);
        _program = device.Shaders.GetCompute("generator/decode", $"#define CHANNELS {plan.Output.Channels}\n{storage.Defines()}");
    }

    /// <param name="tensor">Only read.</param>
    /// <param name="texture">RGBA8, the output's size; overwritten.</param>
    public void Run(StorageBuffer tensor, uint texture)
    {
        var gl = _device.Gl;
        tensor.Bind(0);
        gl.BindImageTexture(0, texture, 0, false, 0, BufferAccessARB.WriteOnly, InternalFormat.Rgba8);
        _program.Use();
        var (factor, summand) = _plan.Range switch
        {
            ValueRange.Unit => (1f, 0f),
            ValueRange.Byte => (1 / 255f, 0f),
            _ => (0.5f, 0.5f),
        };
        _program.Set("uRange", factor, summand);
        _program.Dispatch((_plan.Output.Width + Threads - 1) / Threads, (_plan.Output.Height + Threads - 1) / Threads);

        // The next draw, copy or read of the texture must see it.
        gl.MemoryBarrier(MemoryBarrierMask.TextureFetchBarrierBit | MemoryBarrierMask.FramebufferBarrierBit | MemoryBarrierMask.TextureUpdateBarrierBit);
    }
}
