using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Native;

/// <summary>
/// Reads and writes textures of the caller's OpenGL context by way of memory. It makes no object that outlives a call, and leaves the context
/// as it found it, but for errors that were waiting there: they are cleared. Thread contract: the context's thread.
/// </summary>
internal sealed unsafe class GlTextures(GlFunctions gl) : IDisposable
{
    private const uint ReadFramebuffer = 0x8CA8;
    private const uint ColorAttachment = 0x8CE0;
    private const uint Complete = 0x8CD5;
    private const uint Rgba = 0x1908;
    private const uint UnsignedByte = 0x1401;
    private const uint WidthName = 0x1000;
    private const uint HeightName = 0x1001;

    private byte* _pixels;
    private nuint _capacity;

    /// <summary>The texture's size as an empty picture in this object's memory, valid until the next call.</summary>
    /// <exception cref="StatusException">There is no such texture.</exception>
    public NativeImage Describe(uint texture, bool bottomUp)
    {
        gl.RequireContext();
        while (gl.GetError() != 0)
        {
        }

        Arguments.Require(gl.IsTexture(texture) != 0, $"Expected the name of a texture of the current OpenGL context, found {texture}, which is none.");
        using var state = new GlState(gl);
        gl.BindTexture(GlFunctions.Texture2D, texture);
        Arguments.Require(gl.GetError() == 0, $"Expected a two-dimensional texture, found {texture}, which is of another kind.");
        int width, height;
        gl.GetTexLevelParameteriv(GlFunctions.Texture2D, 0, WidthName, &width);
        gl.GetTexLevelParameteriv(GlFunctions.Texture2D, 0, HeightName, &height);
        return new NativeImage
        {
            Flags = bottomUp ? NativeImage.BottomUp : 0,
            Width = width,
            Height = height,
            Stride = (long)width * 4,
            Pixels = Room((nuint)width * (nuint)height * 4),
        };
    }

    /// <summary>Fills the picture that <see cref="Describe"/> gave with the texture's pixels.</summary>
    public void Read(uint texture, in NativeImage image)
    {
        using var state = new GlState(gl);
        uint framebuffer;
        gl.GenFramebuffers(1, &framebuffer);
        gl.BindFramebuffer(ReadFramebuffer, framebuffer);
        gl.FramebufferTexture2D(ReadFramebuffer, ColorAttachment, GlFunctions.Texture2D, texture, 0);
        var isComplete = gl.CheckFramebufferStatus(ReadFramebuffer) == Complete;
        if (isComplete)
        {
            gl.ReadPixels(0, 0, image.Width, image.Height, Rgba, UnsignedByte, image.Pixels);
        }

        gl.DeleteFramebuffers(1, &framebuffer);
        Arguments.Require(isComplete, $"Expected a texture in a format that can be read as colours, found {texture}, which can't be attached to a framebuffer.");
        RequireNoError("read");
    }

    /// <summary>Overwrites the texture with the picture.</summary>
    public void Write(uint texture, in NativeImage image)
    {
        using var state = new GlState(gl);
        gl.BindTexture(GlFunctions.Texture2D, texture);
        gl.TexSubImage2D(GlFunctions.Texture2D, 0, 0, 0, image.Width, image.Height, Rgba, UnsignedByte, image.Pixels);
        RequireNoError("written");
    }

    public void Dispose()
    {
        NativeMemory.Free(_pixels);
        _pixels = null;
    }

    private byte* Room(nuint bytes)
    {
        if (bytes > _capacity)
        {
            _pixels = (byte*)NativeMemory.Realloc(_pixels, bytes);
            _capacity = bytes;
        }

        return _pixels;
    }

    private void RequireNoError(string done)
    {
        var error = gl.GetError();
        if (error != 0)
        {
            throw new StatusException(Status.Failed, $"The texture could not be {done}: OpenGL error 0x{error:x}.");
        }
    }
}
