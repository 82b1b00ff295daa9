namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Whether the right panel is unfolded.</summary>
internal enum PanelState
{
    /// <summary>As the window's width says.</summary>
    Automatic,
    Shown,
    Folded,
}
