using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Shared;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Packages;

/// <summary>Programs that know the NuGet packages only, outside the repository: the code of the page about them is what is compiled and run.</summary>
public sealed class ConsumerTests : IClassFixture<PackedLibraries>, IDisposable
{
    private const int Side = 64;

    /// <summary>A program of an EGL context and two textures that it made itself; it prints the translation of one colour.</summary>
    private const string Host = """
        using System.Runtime.InteropServices;
        using Silk.NET.OpenGL;

        var display = Egl.eglGetPlatformDisplay(0x31DD, 0, 0);
        if (Egl.eglInitialize(display, out _, out _) == 0 || Egl.eglBindAPI(0x30A2) == 0 || Egl.eglChooseConfig(display, [0x3033, 0, 0x3040, 8, 0x3038], out var config, 1, out _) == 0)
        {
            Console.WriteLine("no EGL");
            return;
        }

        var context = Egl.eglCreateContext(display, config, 0, [0x3098, 4, 0x30FB, 3, 0x30FD, 1, 0x3038]);
        if (context == 0 || Egl.eglMakeCurrent(display, 0, 0, context) == 0)
        {
            Console.WriteLine("no EGL");
            return;
        }

        using var gl = GL.GetApi(Egl.eglGetProcAddress);
        var side = uint.Parse(args[1]);
        var (labels, facade) = (Texture([.. args[2].Split(',').Select(byte.Parse), 255]), Texture([0, 0, 0, 255]));
        using (var textures = new FacadeTextures(gl, args[0]))
        {
            textures.Translate(labels, facade);
        }

        var read = new byte[side * side * 4];
        gl.BindTexture(TextureTarget.Texture2D, facade);
        gl.GetTexImage<byte>(TextureTarget.Texture2D, 0, PixelFormat.Rgba, PixelType.UnsignedByte, read);
        Console.WriteLine($"{read[^4]},{read[^3]},{read[^2]}");

        uint Texture(byte[] color)
        {
            var texture = gl.GenTexture();
            gl.BindTexture(TextureTarget.Texture2D, texture);
            gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)GLEnum.Nearest);
            gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
            byte[] texels = [.. Enumerable.Repeat(color, (int)(side * side)).SelectMany(texel => texel)];
            gl.TexImage2D<byte>(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, side, side, 0, PixelFormat.Rgba, PixelType.UnsignedByte, texels);
            return texture;
        }

        static class Egl
        {
            [DllImport("libEGL.so.1")] public static extern nint eglGetPlatformDisplay(int platform, nint native, nint attributes);
            [DllImport("libEGL.so.1")] public static extern int eglInitialize(nint display, out int major, out int minor);
            [DllImport("libEGL.so.1")] public static extern int eglBindAPI(int api);
            [DllImport("libEGL.so.1")] public static extern int eglChooseConfig(nint display, int[] attributes, out nint config, int size, out int count);
            [DllImport("libEGL.so.1")] public static extern nint eglCreateContext(nint display, nint config, nint share, int[] attributes);
            [DllImport("libEGL.so.1")] public static extern int eglMakeCurrent(nint display, nint draw, nint read, nint context);
            [DllImport("libEGL.so.1")] public static extern nint eglGetProcAddress(string name);
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly PackedLibraries _packages;

    public ConsumerTests(PackedLibraries packages)
    {
        // Packing compiles the C library, which takes minutes.
        HostTests.Require("gcc");
        _packages = packages;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ten_lines_translate_a_label_map()
    {
        var code = PackedLibraries.Blocks("csharp")[0];
        Assert.InRange(code.Split('\n').Count(line => line.Length > 0 && !line.StartsWith("using Pix2Pix", StringComparison.Ordinal)), 1, 10);
        var program = _packages.Build("Facade", PackedLibraries.Blocks("xml")[0], ("Program.cs", code));
        var window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
        TwoLayerModel.Write(_folder.File("facades.onnx"), Side, Side);
        ImageFile.Save(_folder.File("map.png"), Filled(window));
        PackedLibraries.Dotnet(_folder.Path, program);

        var pixel = ImageFile.Load(_folder.File("facade.png")).Row(Side - 1)[^4..];
        Assert.Equal(TwoLayerModel.Translate(window), new Rgb(pixel[0], pixel[1], pixel[2]));

        // Printed only (-showLiveOutput): the included generator, from the start of the process to the picture in its file.
        File.Copy(ProjectFolder.Under("sample-scenes", "facades-256.onnx"), _folder.File("facades.onnx"), overwrite: true);
        ImageFile.Save(_folder.File("map.png"), ImageFile.ResizeBicubic(Filled(window), 256, 256));
        var times = new List<double>();
        for (var run = 0; run < 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            PackedLibraries.Dotnet(_folder.Path, program);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"consumer.first_translation_s: {times.Order().ElementAt(2):0.00}, the median of {times.Count}"));
    }

    [Fact]
    public void A_texture_becomes_another_in_the_programs_own_context()
    {
        var references = PackedLibraries.Blocks("xml")[0].Replace("Pix2Pix.Realtime.Inference", "Pix2Pix.Realtime.Rendering", StringComparison.Ordinal);
        var program = _packages.Build("Textures", references, ("Program.cs", Host), ("FacadeTextures.cs", PackedLibraries.Blocks("csharp")[1]));
        var window = PaletteFile.Load("cmp-facade").Find("window")!.Color;
        TwoLayerModel.Write(_folder.File("facades.onnx"), Side, Side);
        var said = PackedLibraries.Dotnet(_folder.Path, program, _folder.File("facades.onnx"), $"{Side}", $"{window.R},{window.G},{window.B}").Trim();
        Assert.SkipWhen(said == "no EGL", "no OpenGL 4.3 without a display");
        int[] channels = [.. said.Split(',').Select(int.Parse)];
        var expected = TwoLayerModel.Translate(window);
        Assert.InRange(Math.Abs(channels[0] - expected.R) + Math.Abs(channels[1] - expected.G) + Math.Abs(channels[2] - expected.B), 0, 3);
    }

    [Fact]
    public void The_template_of_the_package_builds_without_the_repository()
    {
        var hive = _folder.File("hive");
        PackedLibraries.Dotnet(_folder.Path, "new", "install", Directory.GetFiles(_packages.Folder, "Pix2Pix.Realtime.Templates.*.nupkg").Single(), "--debug:custom-hive", hive);
        PackedLibraries.Dotnet(_folder.Path, "new", "pix2pix-component", "-n", "Spin", "-o", "Spin", "--debug:custom-hive", hive);
        PackedLibraries.Dotnet(
            _folder.File("Spin"), "build", "-c", "Release", "-v", "quiet", "-nologo", $"-p:RestoreAdditionalProjectSources={_packages.Folder}", $"-p:RestorePackagesPath={_folder.File("restored")}");
        Assert.True(File.Exists(_folder.File("Spin/Spin.dll")));
        Assert.False(File.Exists(_folder.File("Spin/Pix2Pix.Realtime.dll")));
    }

    [Fact]
    public void Each_package_holds_what_it_should()
    {
        var contents = _packages.Contents();
        Assert.Equal(
            ["Pix2Pix.Realtime", "Pix2Pix.Realtime.Inference", "Pix2Pix.Realtime.Native.linux-x64", "Pix2Pix.Realtime.Rendering", "Pix2Pix.Realtime.Templates"],
            contents.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, files) in contents)
        {
            Assert.Contains("icon.png", files);
            Assert.Contains("csharp.md", files);
            Assert.All(files, file => Assert.InRange(file.Length, 1, 100));
            Assert.Equal(
                name is "Pix2Pix.Realtime.Native.linux-x64" or "Pix2Pix.Realtime.Templates" ? [] : [$"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"],
                files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        Assert.Contains("runtimes/linux-x64/native/libpix2pix_realtime.so", contents["Pix2Pix.Realtime.Native.linux-x64"]);
        Assert.Contains("include/pix2pix_realtime.h", contents["Pix2Pix.Realtime.Native.linux-x64"]);
        Assert.Contains("shaders/generator/convolution.comp", contents["Pix2Pix.Realtime.Rendering"]);
        Assert.DoesNotContain(contents["Pix2Pix.Realtime.Rendering"], file => file.StartsWith("content", StringComparison.Ordinal));
        Assert.Contains("content/component/.template.config/template.json", contents["Pix2Pix.Realtime.Templates"]);
        Assert.Equal("[0.1.0]", _packages.DependencyOf("Pix2Pix.Realtime.Inference", "Pix2Pix.Realtime"));
        Assert.Equal(3, Directory.GetFiles(_packages.Folder, "*.snupkg").Length);
    }

    private static PixelImage Filled(Rgb color)
    {
        var picture = new PixelImage(Side, Side);
        for (var i = 0; i < picture.Rgba.Length; i += 4)
        {
            (picture.Rgba[i], picture.Rgba[i + 1], picture.Rgba[i + 2], picture.Rgba[i + 3]) = (color.R, color.G, color.B, 255);
        }

        return picture;
    }
}
