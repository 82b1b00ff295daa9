using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>How a generator is loaded.</summary>
public sealed record LoadOptions
{
    /// <summary>The execution provider.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Auto;

    /// <summary>Threads within one translation; 0 = as many as the machine has processors, up to 8.</summary>
    public int Threads { get; init; }

    /// <summary>Makes of the file, by its path, the bytes of another graph that gives the same pictures; null = the file as it is. Loading a graph then needs no classes for it.</summary>
    public Func<string, byte[]>? Rewrite { get; init; }

    /// <summary>Text after the device in the status line; empty = none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Width and height in pixels that the generator must have, or that one with open sides is fixed to; null = as the file says.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>The range of the pixel values of a file without our metadata; a snapshot contains it.</summary>
    public ValueRange Range { get; init; } = ValueRange.Signed;
}
