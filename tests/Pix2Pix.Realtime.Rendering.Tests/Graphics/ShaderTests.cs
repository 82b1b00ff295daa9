using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Tests.Graphics;

public sealed class ShaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shaders");

    public ShaderTests()
    {
        File.Copy(Path.Combine(ShaderFolder.Find(), "viewport.vert"), Path.Combine(_folder.FullName, "viewport.vert"));
        Write("color = vec4(1.0, 0.0, 0.0, 1.0);");
    }

    [Fact]
    public void A_fault_names_file_line_and_reason()
    {
        using var gl = new GlSession(shaders: _folder.FullName);
        Write("color = vec4(nowhere);");
        var fault = Assert.Throws<UserException>(() => gl.Device.Shaders.Get("flat"));
        Assert.Matches("flat.frag line 5: .*nowhere", fault.Message);
        fault = Assert.Throws<UserException>(() => gl.Device.Shaders.Get("flat", "#define A\n#define B"));
        Assert.Matches("flat.frag line 5: .*nowhere", fault.Message);
    }

    [Theory]
    [InlineData("0:12(5): error: `x' undeclared", "a.frag line 12: error: `x' undeclared")]
    [InlineData("0(7) : error C1503: undefined variable \"x\"", "a.frag line 7: error C1503: undefined variable \"x\"")]
    [InlineData("ERROR: 0:31: 'x' : undeclared identifier\nmore", "a.frag line 31: 'x' : undeclared identifier")]
    [InlineData("something else", "a.frag: something else")]
    public void Every_drivers_way_to_name_a_line_is_understood(string log, string expected) => Assert.Equal(expected, ShaderCompiler.Describe("a.frag", log));

    [Fact]
    public void A_missing_file_is_named()
    {
        using var gl = new GlSession(shaders: _folder.FullName);
        Assert.Contains("absent.frag", Assert.Throws<UserException>(() => gl.Device.Shaders.Get("absent")).Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string statement) =>
        File.WriteAllText(Path.Combine(_folder.FullName, "flat.frag"), $"#version 330 core\nout vec4 color;\nvoid main()\n{{\n{statement}\n}}\n");
}
