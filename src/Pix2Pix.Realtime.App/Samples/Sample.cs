using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Samples;

/// <summary>A label map that a user may load: from a file, or drawn.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="ReadLabels">Reads or draws it as a picture of labels; any thread; throws <see cref="UserException"/>.</param>
internal sealed record Sample(string Name, Func<PixelImage> ReadLabels);
