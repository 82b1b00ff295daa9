using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Rendering.Windowing;
using Silk.NET.OpenGL;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>
/// What textures, framebuffers, programs and passes belong to: OpenGL's functions, the compiled shaders, and the queue of objects to delete. Thread
/// contract: the GL thread; objects of the device may be disposed on any thread.
/// </summary>
public sealed class GraphicsDevice : IDisposable
{
    private readonly IGraphicsContext _context;
    private readonly ConcurrentQueue<GraphicsObject> _retired = new();
    private readonly DebugProc _explain;
    private readonly uint _noVertices;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _live;

    /// <summary>Makes the device of a context and sets the OpenGL state that passes rely on: pixel alignment 1, no sRGB framebuffers, a vertex array of its own.</summary>
    /// <param name="context">Current on this thread; it must outlive the device.</param>
    /// <param name="shaderFolder">Where the shader files are.</param>
    /// <param name="report">Receives sentences for the user: a shader that doesn't compile, a wrong call. Called on any thread.</param>
    public GraphicsDevice(IGraphicsContext context, string shaderFolder, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(report);
        _context = context;
        Report = report;
        _explain = Explain;
        Gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        Gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        Gl.Disable(EnableCap.FramebufferSrgb);
        _noVertices = Gl.GenVertexArray();
        Gl.BindVertexArray(_noVertices);
        Renderer = $"{Gl.GetStringS(StringName.Renderer)}, OpenGL {Gl.GetStringS(StringName.Version)}";
        Compute = ComputeSupport.Of(Gl);
        ListenToDriver();
        Shaders = new ShaderLibrary(this, shaderFolder);
    }

    /// <summary>OpenGL's functions. Every call goes through here, so the thread is checked in all builds: another one would reach a context that isn't current, where drivers crash or stay silent.</summary>
    /// <exception cref="InvalidOperationException">This is not the thread that the device was made on.</exception>
    public GL Gl => Environment.CurrentManagedThreadId == _thread ? _context.Gl : throw OtherThread();

    /// <summary>The compiled shaders, shared by all passes. Owned by the device.</summary>
    public ShaderLibrary Shaders { get; }

    /// <summary>Driver and version in the driver's words.</summary>
    public string Renderer { get; }

    /// <summary>Whether Mesa draws on the processor, where pictures are the same on every machine.</summary>
    public bool IsSoftware => Renderer.Contains("llvmpipe", StringComparison.OrdinalIgnoreCase);

    /// <summary>Objects made and not yet deleted.</summary>
    public int LiveObjects => Volatile.Read(ref _live);

    /// <summary>How often pixels were read back; a frame that is only shown never does it.</summary>
    public long Readbacks { get; internal set; }

    /// <summary>How many bytes were sent to the driver as texels or values; a frame that is only shown sends none.</summary>
    public long UploadedBytes { get; internal set; }

    internal Action<string> Report { get; }

    /// <summary>The context's own surface as it is now; its size changes with the window's.</summary>
    public RenderTarget Screen => new(_context.FramebufferName, _context.FramebufferSize, RowZeroIsTop: false);

    /// <summary>The limits of compute shaders: the driver's, or lower ones for tests.</summary>
    internal ComputeSupport Compute { get; set; }

    /// <summary>Once a frame: deletes what was disposed since, and takes changed shaders into use (Debug builds).</summary>
    /// <exception cref="ContextLostException">The driver gave the context up.</exception>
    public void BeginFrame()
    {
        if (_context.IsLost)
        {
            throw new ContextLostException();
        }

        Drain();
    }

    /// <summary>Deletes what was disposed since the last call.</summary>
    public void Drain()
    {
        var gl = Gl;
        while (_retired.TryDequeue(out var retired))
        {
            retired.Delete(gl);
            Interlocked.Decrement(ref _live);
        }
    }

    /// <summary>Clears a whole target.</summary>
    public void Clear(RenderTarget target, float red, float green, float blue)
    {
        target.Bind(Gl, new(target.Size));
        Gl.ClearColor(red, green, blue, 1);
        Gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    /// <summary>Draws one triangle that covers the whole viewport; the fragment shader does the rest.</summary>
    public void DrawViewport() => Gl.DrawArrays(PrimitiveType.Triangles, 0, 3);

    /// <summary>Deletes its shaders and all that was disposed before. GL thread, with the context current; passes and textures of this device are disposed first. The context stays open.</summary>
    public void Dispose()
    {
        Shaders.Dispose();
        Drain();
        Gl.DeleteVertexArray(_noVertices);
    }

    private InvalidOperationException OtherThread() => new(
        $"Expected OpenGL to be used on thread {_thread}, where its device was made, found thread {Environment.CurrentManagedThreadId}; hand the work over to the GL thread.");

    internal void Adopt() => Interlocked.Increment(ref _live);

    internal void Retire(GraphicsObject retired) => _retired.Enqueue(retired);

    private void ListenToDriver()
    {
        var flags = (ContextFlagMask)Gl.GetInteger(GetPName.ContextFlags);
        if ((flags & ContextFlagMask.DebugBit) != 0 && Gl.Context.TryGetProcAddress("glDebugMessageCallback", out _))
        {
            Gl.Enable(EnableCap.DebugOutput);
            Gl.Enable(EnableCap.DebugOutputSynchronous);
            Gl.DebugMessageCallback(_explain, ReadOnlySpan<byte>.Empty);
        }
    }

    private void Explain(GLEnum source, GLEnum type, int id, GLEnum severity, int length, nint message, nint userParam)
    {
        // What a driver would find quicker (NVIDIA's: a buffer that moves to another memory) is nobody's fault.
        if (type != GLEnum.DebugTypePerformance && severity is GLEnum.DebugSeverityHigh or GLEnum.DebugSeverityMedium)
        {
            Report($"OpenGL driver: {Marshal.PtrToStringUTF8(message, length)}");
        }
    }
}
