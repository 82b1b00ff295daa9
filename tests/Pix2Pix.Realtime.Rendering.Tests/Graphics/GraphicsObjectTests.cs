#if DEBUG
using System.Runtime.CompilerServices;
#endif
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

public sealed class GraphicsObjectTests
{
#if DEBUG
    [Fact]
    public void One_that_is_lost_shouts_its_name()
    {
        using var gl = new GlSession();
        Lose(gl.Device);
        LeakWatch.Collect();
        Assert.True(gl.Reports.TryDequeue(out var report));
        Assert.Equal("A Texture was lost without Dispose.", report);
        Assert.Equal(1, gl.Device.LiveObjects);
    }

    /// <summary>A frame of its own: while it is there, so is the texture.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lose(GraphicsDevice device) => _ = new Texture(device, new(4, 4), TextureFormat.Rgba8);
#endif

    [Fact]
    public void One_that_is_disposed_on_any_thread_dies_on_the_GL_thread_and_says_nothing()
    {
        using var gl = new GlSession();
        var texture = new Texture(gl.Device, new(4, 4), TextureFormat.Rgba8);
        OnAnotherThread(texture.Dispose);
        Assert.Equal(1, gl.Device.LiveObjects);
        gl.Device.Drain();
        Assert.Equal(0, gl.Device.LiveObjects);
        LeakWatch.Collect();
        Assert.Empty(gl.Reports);
    }

    [Fact]
    public void OpenGL_is_refused_on_any_thread_but_the_devices()
    {
        using var gl = new GlSession();
        using var texture = new Texture(gl.Device, new(4, 4), TextureFormat.Rgba8);
        var faults = OnAnotherThread(() => texture.Bind(0), gl.Device.Drain, gl.Device.BeginFrame, () => gl.Device.Clear(gl.Screen, 0, 0, 0));
        Assert.Equal(4, faults.Count);
        Assert.All(faults, fault => Assert.Contains($"thread {Environment.CurrentManagedThreadId}, where its device was made", Assert.IsType<InvalidOperationException>(fault).Message, StringComparison.Ordinal));
        texture.Bind(0);
    }

    /// <summary>What each of them threw there.</summary>
    private static List<Exception> OnAnotherThread(params Action[] actions)
    {
        var faults = new List<Exception>();
        var thread = new Thread(() =>
        {
            foreach (var action in actions)
            {
                if (Record.Exception(action) is { } fault)
                {
                    faults.Add(fault);
                }
            }
        });
        thread.Start();
        thread.Join();
        return faults;
    }
}
