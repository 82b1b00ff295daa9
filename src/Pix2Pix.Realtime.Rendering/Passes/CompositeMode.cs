namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>How two pictures share one area; the values are those of the shader.</summary>
public enum CompositeMode
{
    /// <summary>The picture alone.</summary>
    Plain = 0,

    /// <summary>The second one left of a line, the picture right of it.</summary>
    Split = 1,

    /// <summary>The second one over the picture, translucent.</summary>
    Overlay = 2,
}
