using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.Generators;

/// <summary>Description of a loaded generator. Immutable; any thread.</summary>
/// <param name="Name">The file's name without its folder, e.g. <c>facades.onnx</c>.</param>
/// <param name="Input">What it reads.</param>
/// <param name="Output">What it writes.</param>
/// <param name="Palette">The name of the palette it was trained with; empty = photographs or unknown.</param>
/// <param name="Runs">Where it runs, in words for the status line, e.g. <c>CPU (2 threads)</c>.</param>
/// <param name="Step">The training step that it was exported at; 0 = unknown.</param>
public sealed record GeneratorInfo(string Name, FrameShape Input, FrameShape Output, string Palette, string Runs, long Step)
{
    /// <summary>What was guessed or changed to use another program's model, as sentences for a person; empty for this program's own.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];
}
