using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The format of a texel. Colours are stored unchanged: the driver never converts sRGB.</summary>
public enum TextureFormat
{
    /// <summary>Four bytes: red, green, blue, alpha; a shader reads 0..1.</summary>
    Rgba8,

    /// <summary>One byte that is a number, such as a class id; a shader reads an unsigned integer, never filtered.</summary>
    R8Integer,

    /// <summary>One float32, such as one channel of a planar tensor; a shader reads it as it is.</summary>
    R32Float,
}

/// <summary>The same in OpenGL's words.</summary>
internal static class TextureFormats
{
    public static int BytesPerTexel(this TextureFormat format) => format == TextureFormat.R8Integer ? 1 : 4;

    public static (InternalFormat Storage, PixelFormat Layout, PixelType Type) ToGl(this TextureFormat format) => format switch
    {
        TextureFormat.Rgba8 => (InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte),
        TextureFormat.R8Integer => (InternalFormat.R8ui, PixelFormat.RedInteger, PixelType.UnsignedByte),
        _ => (InternalFormat.R32f, PixelFormat.Red, PixelType.Float),
    };
}
