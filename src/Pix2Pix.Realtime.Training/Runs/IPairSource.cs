namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Pairs ready for the networks. Thread contract: any number of threads may load at once.</summary>
internal interface IPairSource
{
    /// <summary>How many pairs there are.</summary>
    int Count { get; }

    int InputChannels { get; }

    int TargetChannels { get; }

    /// <summary>Side of both pictures, in pixels.</summary>
    int Size { get; }

    /// <summary>Decodes one pair.</summary>
    /// <param name="index">0..Count-1.</param>
    /// <param name="augmentation">Seeds crop, flip and the other changes; null = none of them, the whole picture at the generator's size.</param>
    /// <param name="input">Becomes <c>[C,H,W]</c>, planar, -1..1, row 0 = top.</param>
    /// <param name="target">Becomes <c>[C,H,W]</c>, planar, -1..1, row 0 = top.</param>
    void Load(int index, ulong? augmentation, Span<float> input, Span<float> target);
}
