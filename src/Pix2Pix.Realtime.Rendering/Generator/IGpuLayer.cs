namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A planned layer with its weights and programs on the GPU. GL thread.</summary>
internal interface IGpuLayer : IDisposable
{
    string Name { get; }

    /// <summary>Multiplications and additions of one run.</summary>
    long Operations { get; }

    /// <summary>Bytes that one run must read and write at least: weights, input and output once each.</summary>
    long Bytes { get; }

    /// <summary>Into how many parts its work can be cut.</summary>
    int MostParts { get; }

    /// <summary>Takes a style over, for the runs that follow; nothing where the layer has none. Allocates nothing.</summary>
    /// <param name="style">In the units of its definition.</param>
    void Restyle(ReadOnlySpan<float> style) { }

    /// <summary>Asks the GPU to compute a part of it; returns before it has. After the last one it is complete.</summary>
    /// <param name="part">From 0, one after the other.</param>
    /// <param name="parts">How many there are; 1 = the whole layer.</param>
    void Run(int part, int parts);
}
