namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The shape of the pointer over the window.</summary>
internal enum CursorShape
{
    Arrow,
    Text,
    Crosshair,
    Hand,
    ResizeHorizontal,
    ResizeVertical,
    Hidden,
}
