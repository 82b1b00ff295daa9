using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>How another program's model is used: which of its inputs and outputs are the pictures, and what their numbers are. Immutable.</summary>
/// <param name="Input">The picture that goes in.</param>
/// <param name="Output">The picture that comes out.</param>
internal sealed record ForeignReading(PictureEdge Input, PictureEdge Output)
{
    /// <summary>What the input's numbers are.</summary>
    public PictureContent Content { get; init; }

    /// <summary>The scale of the input's values, where they are colours.</summary>
    public required PixelScale InputScale { get; init; }

    public required PixelScale OutputScale { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Whether the file leaves a side open and nobody said a size, so that another may be tried.</summary>
    public bool IsSizeGuessed { get; init; }

    /// <summary>The classes of <see cref="Content"/>; null for colours.</summary>
    public Palette? Palette { get; init; }

    /// <summary>For each of the input's channels the place of its class in <see cref="Palette"/>, or -1 for none; empty for colours.</summary>
    public IReadOnlyList<int> ClassOfChannel { get; init; } = [];

    /// <summary>Inputs of truth values that have no default; they become false.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>What was guessed or added, as sentences for a person.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Channels of the pictures that callers hand over: 1, 3 or 4.</summary>
    public int PictureChannels => Content == PictureContent.Colours ? Input.Channels : 3;
}
