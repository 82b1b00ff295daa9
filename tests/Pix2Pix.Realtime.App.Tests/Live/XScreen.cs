using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>Reads what an X display shows, within this process: a screenshot program would take the processor from the window that is looked at.</summary>
internal static unsafe partial class XScreen
{
    private const int FirstScreen = 0;
    private const int RowsOfPixels = 2;

    /// <summary>The whole screen. Xvfb keeps four bytes a pixel: blue, green, red and one without a meaning.</summary>
    public static PixelImage Grab(XvfbDisplay display)
    {
        var connection = XOpenDisplay(display.Name);
        Assert.NotEqual(0, connection);
        try
        {
            var (width, height) = (XDisplayWidth(connection, FirstScreen), XDisplayHeight(connection, FirstScreen));
            var image = XGetImage(connection, XDefaultRootWindow(connection), 0, 0, (uint)width, (uint)height, planes: nuint.MaxValue, RowsOfPixels);
            Assert.True(image is not null && image->BitsPerPixel == 32, "the screen can't be read");
            try
            {
                return ToPicture(*image);
            }
            finally
            {
                _ = XDestroyImage(image);
            }
        }
        finally
        {
            _ = XCloseDisplay(connection);
        }
    }

    private static PixelImage ToPicture(in XImage image)
    {
        var picture = new PixelImage(image.Width, image.Height);
        for (var y = 0; y < image.Height; y++)
        {
            var from = new ReadOnlySpan<byte>(image.Data + (y * image.BytesPerLine), image.Width * 4);
            var to = picture.Row(y);
            for (var x = 0; x < from.Length; x += 4)
            {
                (to[x], to[x + 1], to[x + 2], to[x + 3]) = (from[x + 2], from[x + 1], from[x], byte.MaxValue);
            }
        }

        return picture;
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport("libX11.so.6")]
    private static partial int XDisplayWidth(nint display, int screen);

    [LibraryImport("libX11.so.6")]
    private static partial int XDisplayHeight(nint display, int screen);

    [LibraryImport("libX11.so.6")]
    private static partial nint XDefaultRootWindow(nint display);

    [LibraryImport("libX11.so.6")]
    private static partial XImage* XGetImage(nint display, nint drawable, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport("libX11.so.6")]
    private static partial int XDestroyImage(XImage* image);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint display);

    /// <summary>The beginning of Xlib's structure.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct XImage
    {
        public readonly int Width;
        public readonly int Height;
        public readonly int FirstColumn;
        public readonly int Format;
        public readonly byte* Data;
        public readonly int ByteOrder;
        public readonly int BitmapUnit;
        public readonly int BitmapBitOrder;
        public readonly int BitmapPad;
        public readonly int Depth;
        public readonly int BytesPerLine;
        public readonly int BitsPerPixel;
    }
}
