namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The driver reset the card: everything that was on it is gone. Whoever has all it needs in plain memory opens a new context and builds it again.</summary>
public sealed class ContextLostException : Exception
{
    public ContextLostException()
        : base("Expected a working graphics driver, found that it reset the GPU (a computation took too long, or the driver failed); try --provider cpu.") { }
}
