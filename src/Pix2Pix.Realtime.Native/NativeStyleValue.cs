using System.Runtime.InteropServices;
using System.Text;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Native;

/// <summary>The header's <c>p2p_style_value</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeStyleValue
{
    private const int NameSize = 48;
    private const int LabelSize = 64;

    public uint StructSize;
    public float Min;
    public float Max;
    public float Neutral;
    public fixed byte Name[NameSize];
    public fixed byte Label[LabelSize];

    public void Write(StyleValue value)
    {
        (Min, Max, Neutral) = (value.Min, value.Max, value.Neutral);
        fixed (byte* name = Name, label = Label)
        {
            Write(value.Name, new Span<byte>(name, NameSize));
            Write(value.Label, new Span<byte>(label, LabelSize));
        }
    }

    /// <summary>What doesn't fit is left out, and no letter is cut.</summary>
    private static void Write(string text, Span<byte> into)
    {
        Encoding.UTF8.GetEncoder().Convert(text, into[..^1], flush: true, out _, out var written, out _);
        into[written..].Clear();
    }
}
