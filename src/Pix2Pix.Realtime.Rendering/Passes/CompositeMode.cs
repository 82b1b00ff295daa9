namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>How two pictures are shown in one place; the numbers are the shader's.</summary>
public enum CompositeMode
{
    /// <summary>The picture alone.</summary>
    Plain = 0,

    /// <summary>The second one left of a line, the picture right of it.</summary>
    Split = 1,

    /// <summary>The second one over the picture, translucent.</summary>
    Overlay = 2,
}
