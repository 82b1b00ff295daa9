using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>What the user states about a model of another program; what is left out is inferred. Immutable.</summary>
public sealed record ForeignOptions
{
    /// <summary>Width and height in pixels for a model that leaves them open; null = 256x256.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>The ranges of the pixel values that it reads and writes; by default they are guessed from the graph.</summary>
    public ModelRange Range { get; init; } = ModelRange.Auto;

    /// <summary>The label classes for a model that reads one channel for each; null = none, and such a model is refused.</summary>
    public Palette? Palette { get; init; }
}
