namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>How label map and translation share the room.</summary>
internal enum ViewMode
{
    SideBySide,
    Split,
    Overlay,
    TranslationOnly,

    /// <summary>Two generators' translations beside each other; the label map is painted on either.</summary>
    Generators,
}
