using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Initial properties of a window.</summary>
/// <param name="Title">The words in its title bar.</param>
/// <param name="Size">Its inner size at content scale 1; a larger scale enlarges it.</param>
internal sealed record WindowOptions(string Title, PixelSize Size)
{
    /// <summary>The smallest inner size that a user can drag it to; 0x0 = any.</summary>
    public PixelSize MinimumSize { get; init; }

    /// <summary>Where its inner part should begin on the desktop, in the system's units; null, or a place on no monitor = where the system puts it.</summary>
    public (int X, int Y)? Place { get; init; }

    public bool IsVisible { get; init; } = true;

    /// <summary>Whether the driver explains wrong calls; costs speed.</summary>
    public bool IsDebug { get; init; }
}
