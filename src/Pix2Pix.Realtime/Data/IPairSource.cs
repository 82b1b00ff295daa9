using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Data;

/// <summary>Pairs ready for the networks. Thread contract: any number of threads may load at once.</summary>
internal interface IPairSource
{
    /// <summary>How many pairs there are.</summary>
    int Count { get; }

    /// <summary>1 (grey), 3 (RGB) or 4 (RGBA).</summary>
    int InputChannels { get; }

    /// <summary>1 (grey), 3 (RGB) or 4 (RGBA).</summary>
    int TargetChannels { get; }

    /// <summary>Side of both pictures, in pixels.</summary>
    int Size { get; }

    /// <summary>Reads one pair.</summary>
    /// <param name="index">0..Count-1.</param>
    /// <param name="augmentation">Seeds crop, flip and the other changes, the same for both halves; null = none of them, the whole picture at the generator's size.</param>
    /// <param name="input">Becomes <c>[C,H,W]</c>, planar, -1..1, row 0 = top.</param>
    /// <param name="target">Becomes <c>[C,H,W]</c>, planar, -1..1, row 0 = top.</param>
    void Load(int index, ulong? augmentation, Span<float> input, Span<float> target);

    /// <summary>The look of the rendered facade that <see cref="Load"/> gives for the same arguments; null = it gives a photograph.</summary>
    FacadeLook? LookOf(int index, ulong? augmentation) => null;
}
