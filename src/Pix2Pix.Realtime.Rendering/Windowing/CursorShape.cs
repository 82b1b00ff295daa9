namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>What the pointer looks like over the window.</summary>
public enum CursorShape
{
    Arrow,
    Text,
    Crosshair,
    Hand,
    ResizeHorizontal,
    ResizeVertical,
    Hidden,
}
