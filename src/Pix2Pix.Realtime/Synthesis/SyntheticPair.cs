using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Synthesis;

/// <summary>A rendered facade with the label map that it was rendered from, pixel on pixel. The caller owns both.</summary>
/// <param name="Photo">The rendered photograph, opaque.</param>
/// <param name="Labels">Its labels, of the same size: ids of the palette <c>cmp-facade</c>.</param>
/// <param name="Look">Everything about it that the labels don't tell.</param>
public sealed record SyntheticPair(PixelImage Photo, LabelMap Labels, FacadeLook Look);
