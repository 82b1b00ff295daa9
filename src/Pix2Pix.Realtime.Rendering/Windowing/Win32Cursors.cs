namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The system's own pictures of the pointer. Any thread.</summary>
internal static class Win32Cursors
{
    /// <returns>The picture; 0 = none is shown.</returns>
    public static nint Load(CursorShape shape) => shape == CursorShape.Hidden ? 0 : Win32.LoadCursor(0, shape switch
    {
        CursorShape.Text => 32513,
        CursorShape.Crosshair => 32515,
        CursorShape.Hand => 32649,
        CursorShape.ResizeHorizontal => 32644,
        CursorShape.ResizeVertical => 32645,
        _ => 32512,
    });
}
