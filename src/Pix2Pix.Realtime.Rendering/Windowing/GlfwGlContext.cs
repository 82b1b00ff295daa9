using System.Diagnostics.CodeAnalysis;
using Silk.NET.Core.Contexts;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A GLFW window's context as Silk.NET asks for one, so that <c>GL.GetApi</c> works as with its own windows.</summary>
internal sealed class GlfwGlContext(nint window) : IGLContext
{
    public nint Handle => window;

    public IGLContextSource? Source => null;

    public bool IsCurrent => Glfw.GetCurrentContext() == window;

    public void SwapInterval(int interval) => Glfw.SwapInterval(interval);

    public void SwapBuffers() => Glfw.SwapBuffers(window);

    public void MakeCurrent() => Glfw.MakeContextCurrent(window);

    public void Clear() => Glfw.MakeContextCurrent(0);

    public nint GetProcAddress(string proc, int? slot = null) => TryGetProcAddress(proc, out var address, slot)
        ? address
        : throw new EntryPointNotFoundException($"The OpenGL driver has no function {proc}.");

    public bool TryGetProcAddress(string proc, [MaybeNullWhen(false)] out nint addr, int? slot = null) => (addr = Glfw.GetProcAddress(proc)) != 0;

    /// <summary>Nothing: the window owns the context.</summary>
    public void Dispose() { }
}
