using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>One monitor of the system.</summary>
/// <param name="Name">The maker's name for it, for a menu.</param>
/// <param name="Resolution">Pixels in its present mode.</param>
/// <param name="RefreshRate">Pictures a second in its present mode; 0 = unknown.</param>
internal sealed record MonitorInfo(string Name, PixelSize Resolution, int RefreshRate);
