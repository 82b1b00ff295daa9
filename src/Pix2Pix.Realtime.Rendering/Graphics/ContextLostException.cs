namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The driver reset the card: everything that was on it is gone. Whoever has all it needs in plain memory opens a new context and builds it again.</summary>
public sealed class ContextLostException : Exception
{
    public ContextLostException()
        : base("expected the graphics driver to go on, found that it reset the graphics card: something asked too much of it, or it failed; try --provider cpu") { }
}
