namespace Pix2Pix.Realtime.App.Live;

/// <summary>How label map and translation share the room.</summary>
internal enum ViewMode
{
    SideBySide,
    Split,
    Overlay,
    TranslationOnly,
}
