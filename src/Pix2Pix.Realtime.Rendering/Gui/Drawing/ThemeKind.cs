namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>The themes of the panel.</summary>
internal enum ThemeKind
{
    /// <summary>The pictures are the brightest thing in the window.</summary>
    Dark,

    /// <summary>For bright rooms.</summary>
    Light,
}
