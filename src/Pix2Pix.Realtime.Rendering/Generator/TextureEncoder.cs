using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Rendering.Graphics;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>From a texture to the generator's numbers, as <see cref="Frames.PixelConvert"/> does it on the processor. GL thread.</summary>
internal sealed class TextureEncoder
{
    private const int Threads = 64;

    private readonly GraphicsDevice _device;
    private readonly GeneratorPlan _plan;
    private readonly ShaderProgram _program;

    public TextureEncoder(GraphicsDevice device, GeneratorPlan plan, GpuStorage storage)
    {
        (_device, _plan) = (device, plan);
        _program = device.Shaders.GetCompute("generator/encode", $"#define CHANNELS {plan.Input.Channels}\n#define WIDTH {plan.Input.Width}\n#define HEIGHT {plan.Input.Height}\n{storage.Defines()}");
    }

    /// <param name="texture">RGBA8, the input's size, row 0 = top.</param>
    /// <param name="tensor">Overwritten.</param>
    public void Run(uint texture, StorageBuffer tensor)
    {
        var gl = _device.Gl;
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, texture);
        tensor.Bind(0);
        _program.Use();
        _program.Set("uPicture", 0);
        var (factor, summand) = _plan.Range switch
        {
            ValueRange.Unit => (1f, 0f),
            ValueRange.Byte => (255f, 0f),
            _ => (2f, -1f),
        };
        _program.Set("uRange", factor, summand);
        _program.Dispatch(((_plan.Input.Width * _plan.Input.Height) + Threads - 1) / Threads);
    }
}
