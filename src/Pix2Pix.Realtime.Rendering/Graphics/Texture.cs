using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// A picture in the driver's memory, row 0 = top, edges clamped, no mipmaps: a 2-D texture, or with several layers an array of them, as a
/// planar tensor's channels are. Thread contract: the GL thread; <c>Dispose</c> any thread.
/// </summary>
public sealed class Texture : GraphicsObject
{
    private readonly TextureTarget _target;

    /// <param name="device">Its context must be current.</param>
    /// <param name="size">Pixels, at least 1x1.</param>
    /// <param name="format">What one texel holds.</param>
    /// <param name="layers">0 = a plain 2-D texture; else an array of so many layers.</param>
    /// <param name="isSmooth">Whether a shader reads between the texels; not for integers.</param>
    public Texture(GraphicsDevice device, PixelSize size, TextureFormat format, int layers = 0, bool isSmooth = false) : base(device)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size.Height);
        Size = size;
        Format = format;
        Layers = layers;
        _target = layers == 0 ? TextureTarget.Texture2D : TextureTarget.Texture2DArray;
        var gl = Device.Gl;
        Name = gl.GenTexture();
        gl.BindTexture(_target, Name);
        var filter = isSmooth && format != TextureFormat.R8Integer ? (int)GLEnum.Linear : (int)GLEnum.Nearest;
        gl.TexParameter(_target, TextureParameterName.TextureMinFilter, filter);
        gl.TexParameter(_target, TextureParameterName.TextureMagFilter, filter);
        gl.TexParameter(_target, TextureParameterName.TextureWrapS, (int)GLEnum.ClampToEdge);
        gl.TexParameter(_target, TextureParameterName.TextureWrapT, (int)GLEnum.ClampToEdge);
        gl.TexParameter(_target, TextureParameterName.TextureMaxLevel, 0);
        Allocate(gl);
    }

    /// <summary>The driver's name for it; valid until <c>Dispose</c>.</summary>
    public uint Name { get; }

    /// <summary>Its size in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>What one texel holds.</summary>
    public TextureFormat Format { get; }

    /// <summary>0 = a plain 2-D texture.</summary>
    public int Layers { get; }

    /// <summary>Replaces every texel of every layer. Counted in <see cref="GraphicsDevice.UploadedBytes"/>.</summary>
    /// <param name="texels">Layer by layer, row by row from the top, no padding; exactly as many as the texture has.</param>
    public void Upload<T>(ReadOnlySpan<T> texels) where T : unmanaged => Upload(texels, new PixelRect(Size));

    /// <summary>Replaces a rectangle; everything outside it stays.</summary>
    /// <param name="texels">The WHOLE picture, laid out as for a full upload; only the rectangle is read.</param>
    /// <param name="dirty">Clipped to the texture; nothing happens when empty. With several layers it is replaced in each.</param>
    public unsafe void Upload<T>(ReadOnlySpan<T> texels, PixelRect dirty) where T : unmanaged
    {
        var expected = (long)Size.Width * Size.Height * Math.Max(1, Layers) * Format.BytesPerTexel();
        if ((long)texels.Length * sizeof(T) != expected)
        {
            throw new ArgumentException($"A {Size} {Format} texture of {Layers} layers needs {expected} bytes, got {(long)texels.Length * sizeof(T)}.", nameof(texels));
        }

        dirty = dirty.Intersect(new PixelRect(Size));
        if (dirty.IsEmpty)
        {
            return;
        }

        var gl = Device.Gl;
        var (_, layout, type) = Format.ToGl();
        gl.BindTexture(_target, Name);
        gl.PixelStore(PixelStoreParameter.UnpackRowLength, Size.Width);
        fixed (T* first = texels)
        {
            var start = (byte*)first + ((((long)dirty.Y * Size.Width) + dirty.X) * Format.BytesPerTexel());
            if (Layers == 0)
            {
                gl.TexSubImage2D(_target, 0, dirty.X, dirty.Y, (uint)dirty.Width, (uint)dirty.Height, layout, type, start);
            }
            else
            {
                gl.PixelStore(PixelStoreParameter.UnpackImageHeight, Size.Height);
                gl.TexSubImage3D(_target, 0, dirty.X, dirty.Y, 0, (uint)dirty.Width, (uint)dirty.Height, (uint)Layers, layout, type, start);
                gl.PixelStore(PixelStoreParameter.UnpackImageHeight, 0);
            }
        }

        gl.PixelStore(PixelStoreParameter.UnpackRowLength, 0);
        Device.UploadedBytes += (long)dirty.Width * dirty.Height * Math.Max(1, Layers) * Format.BytesPerTexel();
    }

    /// <summary>Binds it where a sampler uniform of the same number reads.</summary>
    public void Bind(int unit)
    {
        Device.Gl.ActiveTexture(TextureUnit.Texture0 + unit);
        Device.Gl.BindTexture(_target, Name);
    }

    /// <inheritdoc />
    protected internal override void Delete(GL gl) => gl.DeleteTexture(Name);

    private unsafe void Allocate(GL gl)
    {
        var (storage, layout, type) = Format.ToGl();
        if (Layers == 0)
        {
            gl.TexImage2D(_target, 0, storage, (uint)Size.Width, (uint)Size.Height, 0, layout, type, null);
        }
        else
        {
            gl.TexImage3D(_target, 0, storage, (uint)Size.Width, (uint)Size.Height, (uint)Layers, 0, layout, type, null);
        }
    }
}
