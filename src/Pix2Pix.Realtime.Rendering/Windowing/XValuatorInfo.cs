using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary><c>XIValuatorClassInfo</c>: one of the numbers that a device tells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct XValuatorInfo
{
    public int Type;
    public int Source;
    public int Number;
    public nint Label;
    public double Minimum;
    public double Maximum;
    public double Value;
    public int Resolution;
    public int Mode;
}
