using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>A drawn facade and the label map that it was drawn from: one size, pixel on pixel.</summary>
public sealed record SyntheticPair(PixelImage Photo, LabelMap Labels);
