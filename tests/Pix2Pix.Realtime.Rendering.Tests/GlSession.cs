using System.Collections.Concurrent;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests;

/// <summary>A real OpenGL context in memory, current on the test's thread; the test is skipped where there is no driver for one.</summary>
internal sealed class GlSession : IDisposable
{
    private readonly OffscreenContext _context;

    public GlSession(int width = 64, int height = 64, string? shaders = null)
    {
        try
        {
            _context = new OffscreenContext(new PixelSize(width, height), isDebug: true);
        }
        catch (UserException fault)
        {
            Assert.Skip(fault.Message);
            throw;
        }

        Device = new GraphicsDevice(_context, shaders ?? ShaderFolder.Find(), Reports.Enqueue);
    }

    public GraphicsDevice Device { get; }

    /// <summary>What was reported to the person, from any thread; <see cref="LeakWatch"/> reads it too when all tests are over.</summary>
    public ConcurrentQueue<string> Reports { get; } = LeakWatch.NewReports();

    public RenderTarget Screen => Device.Screen;

    public PixelImage Read() => Screenshot.Read(Device, Screen);

    public PixelImage Read(Texture texture)
    {
        using var framebuffer = new Framebuffer(Device, texture.Name, texture.Size);
        return Screenshot.Read(Device, framebuffer.Target);
    }

    public void Dispose()
    {
        Device.Dispose();
        _context.Dispose();
    }
}

/// <summary>Shorthand for looking at pixels.</summary>
internal static class Pixels
{
    public static (byte R, byte G, byte B) At(this PixelImage image, int x, int y)
    {
        var row = image.Row(y);
        return (row[x * 4], row[(x * 4) + 1], row[(x * 4) + 2]);
    }
}
