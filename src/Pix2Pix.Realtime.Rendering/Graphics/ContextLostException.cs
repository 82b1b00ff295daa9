namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The driver reset the GPU: everything on it is lost. A program that keeps its data in main memory can open a new context and build it again.</summary>
public sealed class ContextLostException : Exception
{
    /// <summary>With the one message that there is: what happened, and that the program can go on without the GPU.</summary>
    public ContextLostException()
        : base("Expected a working graphics driver, found that it reset the GPU (a computation took too long, or the driver failed); try --provider cpu.") { }
}
