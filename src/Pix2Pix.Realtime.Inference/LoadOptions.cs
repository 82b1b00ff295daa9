using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;

namespace Pix2Pix.Realtime.Inference;

/// <summary>Options of loading a generator. Immutable.</summary>
public sealed record LoadOptions
{
    /// <summary>The execution provider.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Auto;

    /// <summary>More threads than this take the machine's memory for nothing.</summary>
    public const int MostThreads = 256;

    /// <summary>Threads within one translation, 0..256; 0 = as many as the machine has processors, up to 8.</summary>
    public int Threads { get; init; }

    /// <summary>How long opening the model and its first picture may take; then the load is given up.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Makes of the file, by its path, the bytes of another graph that gives the same pictures; null = the file as it is. The caller that loads such a graph needs no classes for it.</summary>
    public Func<string, byte[]>? Rewrite { get; init; }

    /// <summary>Text after the device in the status line; empty = none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Width and height in pixels that the generator must have, or that one with open sides is fixed to; null = as the file says, 256x256 where it says nothing.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>The range of the pixel values of a file without our metadata; a snapshot contains it.</summary>
    public ModelRange Range { get; init; } = ModelRange.Auto;

    /// <summary>The label classes for another program's model that reads one channel for each; null = none.</summary>
    public Palette? Palette { get; init; }
}
