using Pix2Pix.Realtime.Images;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Reads pixels back from the driver, for files and tests only: it waits until all drawing is done.</summary>
internal static class Screenshot
{
    /// <summary>Reads a whole target, before its buffers are swapped. GL thread. Counted in <see cref="GraphicsDevice.Readbacks"/>.</summary>
    /// <returns>Row 0 = top, opaque.</returns>
    public static unsafe PixelImage Read(GraphicsDevice device, RenderTarget target)
    {
        var image = new PixelImage(target.Size.Width, target.Size.Height);
        target.Bind(device.Gl, new PixelRect(target.Size));
        fixed (byte* pixels = image.Rgba)
        {
            device.Gl.ReadPixels(0, 0, (uint)image.Width, (uint)image.Height, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        }

        device.Readbacks++;
        if (!target.RowZeroIsTop)
        {
            FlipRows(image);
        }

        for (var i = 3; i < image.Rgba.Length; i += 4)
        {
            image.Rgba[i] = byte.MaxValue;
        }

        return image;
    }

    private static void FlipRows(PixelImage image)
    {
        var spare = new byte[image.Width * 4];
        for (var (top, bottom) = (0, image.Height - 1); top < bottom; (top, bottom) = (top + 1, bottom - 1))
        {
            image.Row(top).CopyTo(spare);
            image.Row(bottom).CopyTo(image.Row(top));
            spare.CopyTo(image.Row(bottom));
        }
    }
}
