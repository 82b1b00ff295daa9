using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A painting as it was kept when its scene was left.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Palette">The name of its classes' palette.</param>
/// <param name="Size">Pixels.</param>
internal sealed record KeptPainting(string Path, string Palette, PixelSize Size);
