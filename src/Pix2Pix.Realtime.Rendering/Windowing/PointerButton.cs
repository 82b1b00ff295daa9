namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>A button of the mouse; the numbers are GLFW's.</summary>
internal enum PointerButton
{
    Left = 0,
    Right = 1,
    Middle = 2,
    Back = 3,
    Forward = 4,
}
