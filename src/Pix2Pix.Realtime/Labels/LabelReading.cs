namespace Pix2Pix.Realtime.Labels;

/// <summary>A label map as <see cref="LabelDecoder"/> read it, and what it found in the picture.</summary>
/// <param name="Map">The classes.</param>
/// <param name="ForeignShare">The share of pixels that are near no class, 0..1: over a few percent it is no picture of this palette's labels.</param>
/// <param name="IsInOwnColors">Whether the picture is in the palette's own colours, and not in another tool's or a grey map of ids.</param>
/// <param name="Unknown">Pixels of a map of ids that are 255 and no class: they became background.</param>
public sealed record LabelReading(LabelMap Map, double ForeignShare, bool IsInOwnColors, int Unknown);
