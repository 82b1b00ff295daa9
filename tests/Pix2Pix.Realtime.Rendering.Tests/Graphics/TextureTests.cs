using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

public sealed class TextureTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(255, 7)]
    public void What_was_uploaded_is_read_back(int width, int height)
    {
        using var gl = new GlSession();
        var texels = Opaque(new PixelSize(width, height), seed: 1);
        using var texture = new Texture(gl.Device, new PixelSize(width, height), TextureFormat.Rgba8);
        texture.Upload<byte>(texels);
        Assert.Equal(texels, gl.Read(texture).Rgba);
    }

    [Fact]
    public void A_dirty_rectangle_replaces_its_pixels_and_no_other()
    {
        using var gl = new GlSession();
        var size = new PixelSize(13, 9);
        var (before, after) = (Opaque(size, seed: 1), Opaque(size, seed: 2));
        var dirty = new PixelRect(3, 2, 5, 4);
        using var texture = new Texture(gl.Device, size, TextureFormat.Rgba8);
        texture.Upload<byte>(before);
        texture.Upload<byte>(after, dirty);
        var seen = gl.Read(texture);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var expected = (dirty.Contains(x, y) ? after : before).AsSpan((y * size.Width + x) * 4, 4);
                Assert.True(expected.SequenceEqual(seen.Row(y).Slice(x * 4, 4)), $"pixel {x},{y}");
            }
        }
    }

    [Fact]
    public void A_dirty_rectangle_beyond_the_edges_is_clipped()
    {
        using var gl = new GlSession();
        var size = new PixelSize(4, 4);
        var texels = Opaque(size, seed: 3);
        using var texture = new Texture(gl.Device, size, TextureFormat.Rgba8);
        texture.Upload<byte>(texels, new PixelRect(-10, -10, 100, 100));
        texture.Upload<byte>(new byte[texels.Length], new PixelRect(4, 4, 9, 9));
        Assert.Equal(texels, gl.Read(texture).Rgba);
    }

    [Fact]
    public void A_picture_of_another_size_is_refused_with_both_sizes()
    {
        using var gl = new GlSession();
        using var texture = new Texture(gl.Device, new PixelSize(2, 2), TextureFormat.Rgba8);
        var fault = Assert.Throws<ArgumentException>(() => texture.Upload<byte>(new byte[15]));
        Assert.Contains("needs 16 bytes, got 15", fault.Message);
    }

    [Fact]
    public void Disposed_objects_die_when_the_frame_loop_drains_and_none_is_left()
    {
        using var gl = new GlSession();
        var before = gl.Device.LiveObjects;
        for (var i = 0; i < 100; i++)
        {
            var texture = new Texture(gl.Device, new PixelSize(8, 8), TextureFormat.Rgba8);
            var framebuffer = new Framebuffer(gl.Device, texture.Name, texture.Size);
            framebuffer.Dispose();
            texture.Dispose();
            texture.Dispose();
        }

        Assert.Equal(before + 200, gl.Device.LiveObjects);
        gl.Device.Drain();
        Assert.Equal(before, gl.Device.LiveObjects);
    }

    [Fact]
    public void Any_thread_may_dispose()
    {
        using var gl = new GlSession();
        var texture = new Texture(gl.Device, new PixelSize(8, 8), TextureFormat.Rgba8);
        var other = new Thread(texture.Dispose);
        other.Start();
        other.Join();
        gl.Device.Drain();
        Assert.Equal(0, gl.Device.LiveObjects);
        Assert.False(gl.Device.Gl.IsTexture(texture.Name));
    }

    private static byte[] Opaque(PixelSize size, int seed)
    {
        var texels = new byte[size.Width * size.Height * 4];
        new Random(seed).NextBytes(texels);
        for (var i = 3; i < texels.Length; i += 4)
        {
            texels[i] = byte.MaxValue;
        }

        return texels;
    }
}
