using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Windows' clipboard. Text and pictures that are put there stay when the program ends. Any thread.</summary>
internal static unsafe class Win32Clipboard
{
    private const uint UnicodeText = 13;
    private const uint BitmapV5 = 17;
    private const uint Movable = 2;

    /// <summary>Another program may have it open, for a moment.</summary>
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The text that is there; empty where there is none or another program keeps the clipboard open.</summary>
    internal static string GetText(nint window)
    {
        if (!TryOpen(window))
        {
            return "";
        }

        try
        {
            var memory = Win32.GetClipboardData(UnicodeText);
            var characters = memory == 0 ? 0 : Win32.GlobalLock(memory);
            if (characters == 0)
            {
                return "";
            }

            // The program that put it there should have ended it with a zero.
            var text = new ReadOnlySpan<char>((void*)characters, (int)(Win32.GlobalSize(memory) / sizeof(char)));
            var end = text.IndexOf('\0');
            var copy = new string(end < 0 ? text : text[..end]);
            _ = Win32.GlobalUnlock(memory);
            return copy;
        }
        finally
        {
            _ = Win32.CloseClipboard();
        }
    }

    /// <returns>Whether it is there now: another program may keep the clipboard open.</returns>
    internal static bool TrySetText(nint window, string text) => TrySet(window, (UnicodeText, MemoryMarshal.AsBytes($"{text}\0".AsSpan()).ToArray()));

    /// <summary>Puts a picture there, in the two forms that programs look for: as PNG and as a bitmap with transparency, from which Windows makes its older forms.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="png">The same as a file of PNG.</param>
    /// <exception cref="UserException">Another program keeps the clipboard open, or there is no memory.</exception>
    public static void SetPicture(PixelImage picture, byte[] png)
    {
        // The clipboard wants an owner; what it holds outlives the owner.
        const uint popup = 0x80000000;
        var owner = Win32WindowClass.Create("clipboard", popup);
        try
        {
            if (!TrySet(owner, (BitmapV5, Bitmap(picture)), (Win32.RegisterClipboardFormat("PNG"), png)))
            {
                throw new UserException("Expected to open the clipboard, but another program keeps it open; try again, or save the image to a file.");
            }
        }
        finally
        {
            _ = Win32.DestroyWindow(owner);
        }
    }

    private static bool TrySet(nint window, params ReadOnlySpan<(uint Format, byte[] Content)> forms)
    {
        if (!TryOpen(window))
        {
            return false;
        }

        try
        {
            var isDone = Win32.EmptyClipboard() != 0;
            foreach (var (format, content) in forms)
            {
                isDone = isDone && TryPut(format, content);
            }

            return isDone;
        }
        finally
        {
            _ = Win32.CloseClipboard();
        }
    }

    private static bool TryPut(uint format, byte[] content)
    {
        var memory = Win32.GlobalAlloc(Movable, (nuint)content.Length);
        var bytes = memory == 0 ? 0 : Win32.GlobalLock(memory);
        if (bytes == 0)
        {
            return false;
        }

        content.CopyTo(new Span<byte>((void*)bytes, content.Length));
        _ = Win32.GlobalUnlock(memory);
        if (Win32.SetClipboardData(format, memory) != 0)
        {
            // It is the system's now.
            return true;
        }

        _ = Win32.GlobalFree(memory);
        return false;
    }

    private static bool TryOpen(nint window)
    {
        using var never = new ManualResetEventSlim();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (Win32.OpenClipboard(window) != 0)
            {
                return true;
            }

            never.Wait(Pause);
        }

        return false;
    }

    /// <summary>A BITMAPV5HEADER and the pixels, the lowest row first, four bytes each: blue, green, red, alpha.</summary>
    private static byte[] Bitmap(PixelImage picture)
    {
        const int headerSize = 124;
        const int pixelSize = 4;
        const int masks = 3;
        const uint standardColours = 0x73524742;
        var rowSize = picture.Width * pixelSize;
        var bitmap = new byte[headerSize + (rowSize * picture.Height)];
        Put(0, headerSize);
        Put(4, (uint)picture.Width);
        Put(8, (uint)picture.Height);
        Put(12, 1 | (32 << 16));
        Put(16, masks);
        Put(20, (uint)(rowSize * picture.Height));
        Put(40, 0x00FF0000);
        Put(44, 0x0000FF00);
        Put(48, 0x000000FF);
        Put(52, 0xFF000000);
        Put(56, standardColours);
        for (var y = 0; y < picture.Height; y++)
        {
            var source = picture.Row(y);
            var target = bitmap.AsSpan(headerSize + ((picture.Height - 1 - y) * rowSize), rowSize);
            for (var x = 0; x < rowSize; x += pixelSize)
            {
                (target[x], target[x + 1], target[x + 2], target[x + 3]) = (source[x + 2], source[x + 1], source[x], source[x + 3]);
            }
        }

        return bitmap;

        void Put(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bitmap.AsSpan(offset), value);
    }
}
