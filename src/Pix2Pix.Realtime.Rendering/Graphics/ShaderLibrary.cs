namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// The shader programs of one device, by the name of the pass that uses them: <c>canvas</c> = <c>canvas.frag</c> over <c>viewport.vert</c>.
/// Thread contract: the GL thread.
/// </summary>
public sealed class ShaderLibrary : IDisposable
{
    private const string VertexFile = "viewport.vert";
    private const string ComputeEnding = ".comp";

    private readonly GraphicsDevice _device;
    private readonly string _folder;
    private readonly Dictionary<(string Pass, string Variant), ShaderProgram> _programs = [];

    /// <summary>Where compute programs are kept from one start to the next; null = they are compiled each time.</summary>
    internal ProgramCache? Cache { get; set; }

    internal ShaderLibrary(GraphicsDevice device, string folder)
    {
        _device = device;
        _folder = folder;
    }

    /// <summary>The program of a pass, compiled at the first call. It stays the library's.</summary>
    /// <param name="pass">The name of its fragment shader's file, without the ending.</param>
    /// <param name="variant">
    /// Lines such as <c>#define FILTER 2</c> put before the source. A driver that draws on the processor runs both sides of a branch, so what
    /// is the same for a whole draw is decided when compiling.
    /// </param>
    /// <exception cref="UserException">A file is missing or doesn't compile.</exception>
    public ShaderProgram Get(string pass, string variant = "")
    {
        if (!_programs.TryGetValue((pass, variant), out var program))
        {
            _programs[(pass, variant)] = program = new ShaderProgram(_device, Link(pass, variant));
        }

        return program;
    }

    /// <summary>A compute shader's program, compiled at the first call. It stays the library's. The device must know compute shaders.</summary>
    /// <param name="name">Its file's name without the ending, e.g. <c>generator/convolution</c>.</param>
    /// <param name="variant">As in <see cref="Get"/>.</param>
    /// <exception cref="UserException">The file is missing or doesn't compile.</exception>
    public ShaderProgram GetCompute(string name, string variant = "") => Get(name + ComputeEnding, variant);

    /// <summary>Deletes all programs. The device calls it.</summary>
    public void Dispose()
    {
        foreach (var program in _programs.Values)
        {
            program.Dispose();
        }
    }

    private uint Link(string pass, string variant) => pass.EndsWith(ComputeEnding, StringComparison.Ordinal)
        ? ShaderCompiler.Link(_device.Gl, Path.Combine(_folder, pass), variant, Cache)
        : ShaderCompiler.Link(_device.Gl, Path.Combine(_folder, VertexFile), Path.Combine(_folder, $"{pass}.frag"), variant);
}
