namespace Pix2Pix.Realtime.App.Judging;

/// <summary>All that is kept of a picture when sets of pictures are compared.</summary>
/// <param name="Content">What ResNet-18 sees in it: 512 numbers.</param>
/// <param name="Texture">What random filters answer: <see cref="RandomFilters.Length"/> numbers.</param>
/// <param name="Spectrum">Where its detail lies.</param>
internal sealed record DescribedPicture(float[] Content, float[] Texture, PictureSpectrum Spectrum);
