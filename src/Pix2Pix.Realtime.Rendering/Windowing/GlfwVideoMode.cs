using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>GLFWvidmode: a monitor's mode.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct GlfwVideoMode(int Width, int Height, int RedBits, int GreenBits, int BlueBits, int RefreshRate);
