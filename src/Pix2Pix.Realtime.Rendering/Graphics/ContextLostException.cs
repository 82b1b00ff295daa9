namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The driver reset the GPU: everything that was on it is gone. A program that keeps all it needs in plain memory opens a new context and rebuilds it.</summary>
public sealed class ContextLostException : Exception
{
    public ContextLostException()
        : base("Expected a working graphics driver, found that it reset the GPU (a computation took too long, or the driver failed); try --provider cpu.") { }
}
