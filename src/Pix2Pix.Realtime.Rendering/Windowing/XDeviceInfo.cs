using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary><c>XIDeviceInfo</c>: an input device and what it can tell.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct XDeviceInfo
{
    public int Device;
    public byte* Name;
    public int Use;
    public int Attachment;
    public int IsEnabled;
    public int ClassCount;

    /// <summary>Each begins with its type; <see cref="XInput.ValuatorClass"/> is a <see cref="XValuatorInfo"/>.</summary>
    public int** Classes;
}
