namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>How far an area is scrolled; kept from frame to frame.</summary>
internal sealed class ScrollState
{
    /// <summary>Pixels of the content above the area's top.</summary>
    public int Offset { get; set; }

    /// <summary>Pixels, as the last frame measured it.</summary>
    public int ContentHeight { get; set; }

    /// <summary>Pixels from the scroll bar's top to where the pointer took it.</summary>
    internal double Grip { get; set; }

    internal void Clamp(int viewHeight) => Offset = Math.Clamp(Offset, 0, Math.Max(0, ContentHeight - viewHeight));

    /// <summary>Scrolls as little as needed for a stretch of the content to be seen.</summary>
    /// <param name="top">Pixels from the content's top.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="viewHeight">Pixels that can be seen.</param>
    internal void Reveal(int top, int height, int viewHeight) => Offset = Math.Max(0, Math.Clamp(Offset, top + height - viewHeight, Math.Max(top, top + height - viewHeight)));
}
