using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>A rendered facade, the label map that it was rendered from (one size, pixel on pixel), and its look.</summary>
public sealed record SyntheticPair(PixelImage Photo, LabelMap Labels, FacadeLook Look);
