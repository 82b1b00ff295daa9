using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native.Tests.AddOns;

/// <summary>A pointer and an eye on a display, quicker than a program for each event: it moves and presses by XTest and reads pixels as the server has them.</summary>
internal sealed partial class ScreenHand : IDisposable
{
    private const nint AllPlanes = -1;
    private const int PixmapFormat = 2;

    private readonly nint _display;

    /// <param name="name">The value of DISPLAY.</param>
    public ScreenHand(string name)
    {
        _display = XOpenDisplay(name);
        Assert.NotEqual(0, _display);
    }

    public void Dispose() => _ = XCloseDisplay(_display);

    /// <summary>Moves the pointer; returns when the server has sent the event.</summary>
    public void Move(int x, int y)
    {
        _ = XTestFakeMotionEvent(_display, -1, x, y, 0);
        _ = XSync(_display, 0);
    }

    /// <summary>Presses or releases the first button.</summary>
    public void Button(bool isDown)
    {
        _ = XTestFakeButtonEvent(_display, 1, isDown ? 1 : 0, 0);
        _ = XSync(_display, 0);
    }

    /// <summary>Pixels of the screen as they are now: 4 bytes a pixel, blue first, row by row.</summary>
    public unsafe byte[] Pixels(int left, int top, int width, int height)
    {
        var image = XGetImage(_display, XDefaultRootWindow(_display), left, top, (uint)width, (uint)height, AllPlanes, PixmapFormat);
        Assert.NotEqual(0, image);

        // An XImage begins with four ints and the address of its pixels; 32 bits a pixel leave no gap between rows.
        var pixels = new ReadOnlySpan<byte>(*(byte**)(image + (4 * sizeof(int))), width * height * 4).ToArray();
        _ = XDestroyImage(image);
        return pixels;
    }

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string name);

    [LibraryImport("libX11.so.6")]
    private static partial nint XDefaultRootWindow(nint display);

    [LibraryImport("libX11.so.6")]
    private static partial nint XGetImage(nint display, nint drawable, int x, int y, uint width, uint height, nint planes, int format);

    [LibraryImport("libX11.so.6")]
    private static partial int XDestroyImage(nint image);

    [LibraryImport("libX11.so.6")]
    private static partial int XSync(nint display, int discard);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestFakeMotionEvent(nint display, int screen, int x, int y, nuint delay);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestFakeButtonEvent(nint display, uint button, int isPress, nuint delay);
}
