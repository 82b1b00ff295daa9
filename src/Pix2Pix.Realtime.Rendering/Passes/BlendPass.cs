using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>Mixes two pictures of one size into a third. Thread contract: the GL thread; <c>Dispose</c> any thread.</summary>
public sealed class BlendPass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly ShaderProgram _program;
    private Framebuffer? _target;

    /// <summary>Compiles its shader at the first use of the device, with the files of the device's shader folder.</summary>
    /// <param name="device">Its context must be current; it must outlive the pass.</param>
    /// <exception cref="UserException">A shader file is missing or doesn't compile.</exception>
    public BlendPass(GraphicsDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _program = device.Shaders.Get("blend");
    }

    /// <summary>The newest mixture, RGBA8; null before the first. It stays the pass's.</summary>
    public Texture? Picture { get; private set; }

    /// <summary>Mixes two pictures into <see cref="Picture"/>.</summary>
    /// <param name="first">Only read.</param>
    /// <param name="second">Only read; of the same size.</param>
    /// <param name="share">0 = the first, 1 = the second.</param>
    public void Mix(Texture first, Texture second, float share)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (Picture is null || Picture.Size != first.Size)
        {
            Dispose();
            Picture = new Texture(_device, first.Size, TextureFormat.Rgba8, isSmooth: true);
            _target = new Framebuffer(_device, Picture.Name, first.Size);
        }

        _program.Begin(_device, _target!.Target, new PixelRect(first.Size));
        first.Bind(0);
        second.Bind(1);
        _program.Set("uFirst", 0);
        _program.Set("uSecond", 1);
        _program.Set("uShare", share);
        _device.DrawViewport();
    }

    /// <summary>Frees its textures; <see cref="Picture"/> is not to be used after it.</summary>
    public void Dispose()
    {
        _target?.Dispose();
        Picture?.Dispose();
    }
}
