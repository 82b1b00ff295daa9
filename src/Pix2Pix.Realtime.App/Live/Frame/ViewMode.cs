namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>How label map and translation share the room.</summary>
internal enum ViewMode
{
    SideBySide,
    Split,
    Overlay,
    TranslationOnly,

    /// <summary>The translations of two generators side by side; the label map is painted on either.</summary>
    Generators,
}
