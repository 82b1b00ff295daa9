using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// A generator as the GPU will compute it, with its weights in main memory. <see cref="GeneratorPlanner"/> makes it on any thread; the GL thread builds a
/// <see cref="GlGenerator"/> from it. Immutable.
/// </summary>
public sealed class GeneratorPlan
{
    internal GeneratorPlan(string name, SnapshotMetadata? metadata, ValueRange range, FrameShape input, FrameShape output, PlanBuilder parts, int result)
    {
        (Name, Metadata, Range, Input, Output) = (name, metadata, range, input, output);
        (Layers, Tensors, Norms, Result) = (parts.Layers, parts.Tensors, parts.Norms, result);
    }

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; }

    /// <summary>The snapshot's metadata; null for other programs' files.</summary>
    internal SnapshotMetadata? Metadata { get; }

    /// <summary>The range of its pixel values.</summary>
    internal ValueRange Range { get; }

    /// <summary>Its input.</summary>
    public FrameShape Input { get; }

    /// <summary>Its output.</summary>
    public FrameShape Output { get; }

    /// <summary>In the order in which they are computed.</summary>
    internal IReadOnlyList<PlannedLayer> Layers { get; }

    /// <summary>The size of each tensor in <c>vec4</c>s; tensor 0 is the input.</summary>
    internal IReadOnlyList<int> Tensors { get; }

    internal IReadOnlyList<NormBuffer> Norms { get; }

    /// <summary>The tensor that is the output.</summary>
    internal int Result { get; }
}
