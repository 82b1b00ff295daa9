using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>
/// Turns a generator's tensor into a picture: the planar floats are uploaded as they are, and a shader maps -1..1 to colour.
/// Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class TensorPass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;
    private Texture? _tensor;
    private Framebuffer? _target;

    /// <summary>Compiles its shader at the first use of the device, with the files of the device's shader folder.</summary>
    /// <param name="device">Its context must be current; it must outlive the pass.</param>
    /// <exception cref="UserException">A shader file is missing or doesn't compile.</exception>
    public TensorPass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _program = device.Shaders.Get("tensor");
    }

    /// <summary>The newest picture, RGBA8; null before the first upload. It stays the pass's, and another one takes its place when the shape changes.</summary>
    public Texture? Picture { get; private set; }

    /// <summary>Shows a tensor; its memory may be reused after the call.</summary>
    /// <param name="tensor"><c>[1,C,H,W] float32, planar, -1..1, row 0 = top</c>, C = 1, 3 or 4; values beyond are clamped.</param>
    public void Upload(TensorBuffer tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var size = new PixelSize(tensor.Shape.Width, tensor.Shape.Height);
        if (_tensor is null || _tensor.Size != size || _tensor.Layers != tensor.Shape.Channels)
        {
            Dispose();
            _tensor = new Texture(_device, size, TextureFormat.R32Float, tensor.Shape.Channels);
            Picture = new Texture(_device, size, TextureFormat.Rgba8, isSmooth: true);
            _target = new Framebuffer(_device, Picture.Name, size);
        }

        _tensor.Upload<float>(tensor.Values);
        _program.Begin(_device, _target!.Target, new PixelRect(size));
        _tensor.Bind(0);
        _program.Set("uTensor", 0);
        _device.DrawViewport();
    }

    /// <summary>Frees its textures; <see cref="Picture"/> is not to be used after it.</summary>
    public void Dispose()
    {
        _target?.Dispose();
        _tensor?.Dispose();
        Picture?.Dispose();
    }
}
