using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Native.Tests;

/// <summary>
/// The OpenGL functions with a real context and whatever names a confused program might hand over: each call comes back with a status and a sentence, leaves no error
/// and no object in the context, and a right call among them still works.
/// </summary>
public sealed class TextureCampaign : IDisposable
{
    private const int Width = 24;
    private const int Height = 16;
    private const int CallsPerCase = 200;

    private readonly TemporaryFolder _folder = new();
    private readonly NativeApi _api;
    private readonly TextureApi _textures;
    private readonly int[] _counts = new int[8];

    public TextureCampaign(PublishedLibrary library)
    {
        Assert.SkipWhen(library.Missing is not null, library.Missing ?? "");
        (_api, _textures) = (new NativeApi(library), new TextureApi(library));
        TwoLayerModel.Write(_folder.File("a.onnx"), Width, Height);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Any_name_of_a_texture_comes_back_with_a_status_and_leaves_the_context_as_it_was()
    {
        await Campaign.RunAsync("C library, OpenGL calls in a real context", 4, random =>
        {
            Call(random);
            return Task.CompletedTask;
        });
        foreach (var reached in (Status[])[Status.Ok, Status.InvalidArgument, Status.InvalidHandle, Status.NoGenerator, Status.NoContext])
        {
            Assert.True(_counts[(int)reached] > 0, $"no call ended in {reached}: the calls do not reach the code they should");
        }
    }

    private unsafe void Call(Random random)
    {
        using var context = GlContext.Open();
        var gl = context.Gl;
        var (loaded, empty, stray) = (_api.Create(), _api.Create(), _api.Create());
        Assert.Equal(Status.Ok, _api.Load(loaded, _folder.File("a.onnx")));
        Assert.Equal(Status.Ok, _textures.Attach(loaded, &GlContext.Find));
        Assert.Equal(Status.Ok, _textures.Attach(empty, &GlContext.Find));
        ulong[] handles = [loaded, loaded, loaded, loaded, empty, stray, 0, ulong.MaxValue];
        uint[] names = [.. Names(gl), 0, 4711, uint.MaxValue];
        var bound = gl.GetInteger(GetPName.TextureBinding2D);
        for (var call = 0; call < CallsPerCase; call++)
        {
            var (handle, flags) = (Any(handles), random.Next(6) == 0 ? (uint)random.Next() : (uint)random.Next(2));
            var status = random.Next(10) switch
            {
                0 => Attach(handle, random),
                1 or 2 => _textures.Submit(handle, Any(names), flags, out _),
                3 or 4 => _textures.TryGetLatest(handle, Any(names), flags, out _),
                _ => _textures.Translate(handle, Any(names), Any(names), flags),
            };
            Assert.InRange((int)status, 0, 7);
            Assert.True(status is Status.Ok or Status.NothingNew || _api.LastError.Length > 10, $"call {call}: {status} without a sentence");
            Assert.Equal(GLEnum.NoError, gl.GetError());
            Assert.Equal(bound, gl.GetInteger(GetPName.TextureBinding2D));
            _counts[(int)status]++;
        }

        Assert.Equal(Status.Ok, _textures.Attach(loaded, &GlContext.Find));
        Assert.Equal(Status.Ok, _textures.Translate(loaded, names[0], names[1], 0));
        Array.ForEach([loaded, empty, stray], handle => Assert.Equal(Status.Ok, _api.Destroy(handle)));

        T Any<T>(T[] choices) => choices[random.Next(choices.Length)];
    }

    private unsafe Status Attach(ulong handle, Random random) => random.Next(3) switch
    {
        0 => _textures.Attach(handle, null),
        1 => _textures.Attach(handle, &GlContext.FindNothing),
        _ => _textures.Attach(handle, &GlContext.Find),
    };

    /// <summary>Two of the right size, then some that are not: too small, without memory, a cube, three-dimensional, of integers, of depths, deleted.</summary>
    private static IEnumerable<uint> Names(GL gl)
    {
        yield return Flat(gl, InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte, Width, Height);
        yield return Flat(gl, InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte, Width, Height);
        yield return Flat(gl, InternalFormat.Rgba32f, PixelFormat.Rgba, PixelType.Float, Width, Height);
        yield return Flat(gl, InternalFormat.R8, PixelFormat.Red, PixelType.UnsignedByte, Width, Height);
        yield return Flat(gl, InternalFormat.Rgba8ui, PixelFormat.RgbaInteger, PixelType.UnsignedByte, Width, Height);
        yield return Flat(gl, InternalFormat.DepthComponent24, PixelFormat.DepthComponent, PixelType.UnsignedInt, Width, Height);
        yield return Flat(gl, InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte, Width - 1, Height);
        yield return gl.GenTexture();
        yield return Bound(gl, TextureTarget.Texture2D);
        yield return Bound(gl, TextureTarget.TextureCubeMap);
        yield return Bound(gl, TextureTarget.Texture3D);
        var gone = Flat(gl, InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte, Width, Height);
        gl.DeleteTexture(gone);
        yield return gone;
    }

    private static uint Bound(GL gl, TextureTarget target)
    {
        var name = gl.GenTexture();
        gl.BindTexture(target, name);
        gl.BindTexture(target, 0);
        return name;
    }

    private static unsafe uint Flat(GL gl, InternalFormat kept, PixelFormat format, PixelType type, uint width, uint height)
    {
        var name = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, name);
        gl.TexImage2D(TextureTarget.Texture2D, 0, kept, width, height, 0, format, type, null);
        gl.BindTexture(TextureTarget.Texture2D, 0);
        return name;
    }
}
