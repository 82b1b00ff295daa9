using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>Textures of a real OpenGL context that belongs to the test, as an engine's belongs to the engine.</summary>
public sealed unsafe class TextureTests : IDisposable
{
    private const int Width = 24;
    private const int Height = 16;

    private readonly TemporaryFolder _folder = new();
    private readonly NativeApi _api;
    private readonly TextureApi _textures;
    private readonly ulong _handle;

    public TextureTests(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        (_api, _textures) = (new NativeApi(library), new TextureApi(library));
        _handle = _api.Create();
        TwoLayerModel.Write(_folder.File("a.onnx"), Width, Height);
        Assert.Equal(Status.Ok, _api.Load(_handle, _folder.File("a.onnx")));
    }

    public void Dispose()
    {
        _api.Destroy(_handle);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    public void A_texture_becomes_another_and_the_context_is_left_as_it_was(uint flags)
    {
        using var context = GlContext.Open();
        var gl = context.Gl;
        var pixels = Noise();
        var (input, output) = (Texture(gl, pixels), Texture(gl, new byte[pixels.Length]));
        Assert.Equal(Status.NoContext, _textures.Translate(_handle, input, output, flags));
        Assert.Contains("call p2p_gl_attach first", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.Ok, _textures.Attach(_handle, &GlContext.Find));

        // A host in the middle of its own work: odd row lengths, a bound buffer, a texture of its own.
        var (mine, buffer) = (Texture(gl, pixels), gl.GenBuffer());
        gl.BindTexture(TextureTarget.Texture2D, mine);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, buffer);
        gl.PixelStore(PixelStoreParameter.PackRowLength, 99);
        gl.PixelStore(PixelStoreParameter.UnpackSkipRows, 3);
        var names = (GetPName[])[GetPName.TextureBinding2D, GetPName.ReadFramebufferBinding, GetPName.DrawFramebufferBinding, GetPName.PackRowLength, GetPName.UnpackSkipRows, GetPName.PixelPackBufferBinding];
        var before = names.Select(name => gl.GetInteger(name)).ToArray();
        Assert.Equal(Status.Ok, _textures.Translate(_handle, input, output, flags));
        Assert.Equal(before, names.Select(name => gl.GetInteger(name)));
        Assert.Equal(GLEnum.NoError, gl.GetError());

        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
        gl.PixelStore(PixelStoreParameter.PackRowLength, 0);
        var expected = new byte[pixels.Length];
        Assert.Equal(Status.Ok, _api.Translate(_handle, pixels, expected, Width, Height, Width * 4));
        Assert.Equal(expected, Read(gl, output));
    }

    [Fact]
    public void A_submitted_texture_comes_back_into_another_when_it_is_ready()
    {
        using var context = GlContext.Open();
        var pixels = Noise();
        var (input, output) = (Texture(context.Gl, pixels), Texture(context.Gl, new byte[pixels.Length]));
        Assert.Equal(Status.Ok, _textures.Attach(_handle, &GlContext.Find));
        Assert.Equal(Status.NothingNew, _textures.TryGetLatest(_handle, output, 0, out _));
        Assert.Equal(Status.Ok, _textures.Submit(_handle, input, 0, out var sent));
        Status status;
        ulong came;
        while ((status = _textures.TryGetLatest(_handle, output, 0, out came)) == Status.NothingNew)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        Assert.True(status == Status.Ok, _api.LastError);
        Assert.Equal(sent, came);
        var expected = new byte[pixels.Length];
        Assert.Equal(Status.Ok, _api.Translate(_handle, pixels, expected, Width, Height, Width * 4));
        Assert.Equal(expected, Read(context.Gl, output));
    }

    [Fact]
    public void A_host_without_a_context_and_names_that_are_no_textures_are_refused()
    {
        using (var context = GlContext.Open())
        {
            var gl = context.Gl;
            Assert.Equal(Status.InvalidArgument, _textures.Attach(_handle, null));
            Assert.Equal(Status.NoContext, _textures.Attach(_handle, &GlContext.FindNothing));
            Assert.Contains("Expected OpenGL's function glGetString from the loader", _api.LastError, StringComparison.Ordinal);
            Assert.Equal(Status.Ok, _textures.Attach(_handle, &GlContext.Find));
            var good = Texture(gl, Noise());
            Assert.Equal(Status.InvalidArgument, _textures.Translate(_handle, 4711, good, 0));
            Assert.StartsWith("Expected the name of a texture of the current OpenGL context, found ", _api.LastError, StringComparison.Ordinal);
            Assert.Equal(Status.InvalidArgument, _textures.Translate(_handle, good, good, 0));
            Assert.Equal(Status.InvalidArgument, _textures.Translate(_handle, good, 0, 8));
            var cube = gl.GenTexture();
            gl.BindTexture(TextureTarget.TextureCubeMap, cube);
            Assert.Equal(Status.InvalidArgument, _textures.Translate(_handle, cube, good, 0));
            var small = gl.GenTexture();
            gl.BindTexture(TextureTarget.Texture2D, small);
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, 8, 8, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
            Assert.Equal(Status.InvalidArgument, _textures.Translate(_handle, small, good, 0));
            Assert.Equal("Expected an input picture of 24x16, found 8x8; scale it to the generator's size.", _api.LastError);
        }

        Assert.Equal(Status.NoContext, _textures.Submit(_handle, 1, 0, out _));
        Assert.Contains("make it current before the call", _api.LastError, StringComparison.Ordinal);
        Assert.Equal(Status.NoContext, _textures.Attach(_handle, &GlContext.Find));
    }

    private static uint Texture(GL gl, byte[] pixels)
    {
        var texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, texture);
        fixed (byte* from = pixels)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, Width, Height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, from);
        }

        return texture;
    }

    private static byte[] Read(GL gl, uint texture)
    {
        var pixels = new byte[Width * Height * 4];
        gl.BindTexture(TextureTarget.Texture2D, texture);
        fixed (byte* to = pixels)
        {
            gl.GetTexImage(TextureTarget.Texture2D, 0, PixelFormat.Rgba, PixelType.UnsignedByte, to);
        }

        return pixels;
    }

    private static byte[] Noise()
    {
        var pixels = new byte[Width * Height * 4];
        new Random(3).NextBytes(pixels);
        return pixels;
    }
}
