namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The measured cost of a layer.</summary>
/// <param name="Name">As the graph calls it.</param>
/// <param name="Milliseconds">Of the GPU's time; the median of several runs.</param>
/// <param name="Operations">Multiplications and additions, counted as two.</param>
/// <param name="Bytes">Weights, input and output, once each.</param>
internal sealed record LayerFigures(string Name, double Milliseconds, long Operations, long Bytes);
