using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

/// <summary>A generator on the graphics card reads the canvas's texture and leaves the texture that is drawn: nothing is read back on the way.</summary>
public sealed class TextureGeneratorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shaders");

    [Fact]
    public void The_canvas_goes_in_as_a_texture_and_what_comes_out_is_drawn()
    {
        foreach (var file in Directory.EnumerateFiles(ShaderFolder.Find()))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(_folder.FullName, "invert.frag"), """
            #version 330 core
            uniform sampler2D uInput;
            out vec4 color;
            void main() { color = vec4(1.0 - texelFetch(uInput, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }
            """);
        using var gl = new GlSession(16, 16, _folder.FullName);
        using var canvas = new CanvasPass(gl.Device);
        canvas.SetPalette([new LabelClass(1, "wall", new Rgb(0, 0, 223), '1', 1), new LabelClass(2, "door", new Rgb(0, 207, 255), '2', 2)]);
        var map = new LabelMap(16, 16, fill: 1);
        map[3, 1] = 2;
        canvas.Upload(map, default);
        var size = new PixelSize(16, 16);
        using ITextureGenerator generator = new InvertGenerator(gl.Device, size);
        using var output = new Texture(gl.Device, size, TextureFormat.Rgba8, isSmooth: true);

        generator.Translate(canvas.Picture()!.Name, output.Name);
        var composite = new CompositePass(gl.Device) { Filter = UpscaleFilter.Nearest };
        composite.Draw(gl.Screen, new PixelRect(size), ViewTransform.Identity, size, output, second: null);

        Assert.Equal(0, gl.Device.Readbacks);
        var seen = gl.Read();
        Assert.Equal((255, 255, 32), seen.At(0, 0));
        Assert.Equal((255, 48, 0), seen.At(3, 1));
        Assert.Equal((255, 255, 32), seen.At(3, 14));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class InvertGenerator(GraphicsDevice device, PixelSize size) : ITextureGenerator
    {
        private readonly ShaderProgram _program = device.Shaders.Get("invert");
        private Framebuffer? _framebuffer;

        public GeneratorInfo Info { get; } =
            new("invert", new FrameShape(3, size.Height, size.Width), new FrameShape(3, size.Height, size.Width), "", device.Renderer, Step: 0);

        public void Translate(uint inputTexture, uint outputTexture)
        {
            _framebuffer ??= new Framebuffer(device, outputTexture, size);
            _framebuffer.Target.Bind(device.Gl, new PixelRect(size));
            _program.Use();
            device.Gl.ActiveTexture(Silk.NET.OpenGL.TextureUnit.Texture0);
            device.Gl.BindTexture(Silk.NET.OpenGL.TextureTarget.Texture2D, inputTexture);
            _program.Set("uInput", 0);
            device.DrawViewport();
        }

        public void Dispose() => _framebuffer?.Dispose();
    }
}
