using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>One picture of an image grid.</summary>
/// <param name="Label">Below it.</param>
/// <param name="Image">The picture, as a rule no larger than it is shown; null = not there yet.</param>
internal readonly record struct GridImage(string Label, PixelImage? Image);
