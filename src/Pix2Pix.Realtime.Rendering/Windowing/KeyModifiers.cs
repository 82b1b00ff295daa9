namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Keys held while something else happens; the numbers are GLFW's.</summary>
[Flags]
internal enum KeyModifiers
{
    None = 0,
    Shift = 1,
    Control = 2,
    Alt = 4,
    Super = 8,
}
