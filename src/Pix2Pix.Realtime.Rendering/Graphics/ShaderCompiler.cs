using System.Text.RegularExpressions;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Compiles and links shader files. Every error names the file and the line, as the driver tells it. GL thread.</summary>
internal static partial class ShaderCompiler
{
    /// <param name="gl">Current.</param>
    /// <param name="vertexFile">A path.</param>
    /// <param name="fragmentFile">A path.</param>
    /// <param name="variant">Lines to put before the shader's source; for a pass, the fragment shader's.</param>
    /// <returns>The linked program's name; the caller deletes it.</returns>
    /// <exception cref="UserException">A file is missing or is no good GLSL.</exception>
    public static uint Link(GL gl, string vertexFile, string fragmentFile, string variant)
    {
        var vertex = Compile(gl, ShaderType.VertexShader, vertexFile, Read(vertexFile, ""));
        uint fragment;
        try
        {
            fragment = Compile(gl, ShaderType.FragmentShader, fragmentFile, Read(fragmentFile, variant));
        }
        catch
        {
            gl.DeleteShader(vertex);
            throw;
        }

        return Link(gl, $"{Path.GetFileName(vertexFile)} and {Path.GetFileName(fragmentFile)} don't fit together", isKept: false, vertex, fragment);
    }

    /// <summary>Compiles and links a compute shader, which stands alone, or takes it from where it was kept.</summary>
    /// <exception cref="UserException">The file is missing or is no good GLSL.</exception>
    public static uint Link(GL gl, string computeFile, string variant, ProgramCache? cache)
    {
        var source = Read(computeFile, variant);
        if (cache?.Find(gl, source) is { } kept and not 0)
        {
            return kept;
        }

        var program = Link(gl, $"{Path.GetFileName(computeFile)} can't be linked", isKept: true, Compile(gl, ShaderType.ComputeShader, computeFile, source));
        cache?.Keep(gl, source, program);
        return program;
    }

    private static uint Link(GL gl, string fault, bool isKept, params ReadOnlySpan<uint> shaders)
    {
        var program = gl.CreateProgram();
        foreach (var shader in shaders)
        {
            gl.AttachShader(program, shader);
        }

        if (isKept)
        {
            gl.ProgramParameter(program, ProgramParameterPName.BinaryRetrievableHint, 1);
        }

        gl.LinkProgram(program);
        foreach (var shader in shaders)
        {
            gl.DeleteShader(shader);
        }

        if (gl.GetProgram(program, ProgramPropertyARB.LinkStatus) != 0)
        {
            return program;
        }

        var log = gl.GetProgramInfoLog(program);
        gl.DeleteProgram(program);
        throw new UserException($"{fault}: {OneLine(log)}");
    }

    private static string Read(string file, string variant)
    {
        try
        {
            return Insert(File.ReadAllText(file), variant);
        }
        catch (IOException fault)
        {
            throw new UserException($"Expected the shader {file}, found none that can be read: {fault.Message}", fault);
        }
    }

    private static uint Compile(GL gl, ShaderType type, string file, string source)
    {
        var shader = gl.CreateShader(type);
        gl.ShaderSource(shader, source);
        gl.CompileShader(shader);
        if (gl.GetShader(shader, ShaderParameterName.CompileStatus) != 0)
        {
            return shader;
        }

        var log = gl.GetShaderInfoLog(shader);
        gl.DeleteShader(shader);
        throw new UserException(Describe(Path.GetFileName(file), log));
    }

    /// <summary>The version must stay first, and the lines must keep their numbers.</summary>
    private static string Insert(string source, string variant)
    {
        var firstLine = source.IndexOf('\n') + 1;
        return variant.Length == 0 ? source : $"{source[..firstLine]}{variant}\n#line 2\n{source[firstLine..]}";
    }

    /// <summary>Drivers write <c>0:12(5): error: ...</c> (Mesa), <c>0(12) : error ...</c> (NVIDIA) or <c>ERROR: 0:12: ...</c> (others).</summary>
    internal static string Describe(string file, string log)
    {
        var place = Place().Match(log);
        return place.Success
            ? $"{file} line {place.Groups["line"].Value}: {OneLine(place.Groups["what"].Value)}"
            : $"{file}: {OneLine(log)}";
    }

    private static string OneLine(string text) => text.Trim().Split('\n')[0].Trim();

    [GeneratedRegex(@"0(?::(?<line>\d+)(?:\(\d+\))?|\((?<line>\d+)\))\s*:\s*(?<what>.+)")]
    private static partial Regex Place();
}
