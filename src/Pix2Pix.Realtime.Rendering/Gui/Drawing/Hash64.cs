using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>A running 64-bit hash, eight bytes a step (the multiply-and-fold step of wyhash); not for untrusted keys.</summary>
internal static class Hash64
{
    public const ulong Seed = 0x9e3779b97f4a7c15;

    private const ulong Odd = 0xa0761d6478bd642f;

    public static ulong Add(ulong hash, ulong value)
    {
        var high = Math.BigMul(hash ^ value, Odd, out var low);
        return high ^ low ^ Seed;
    }

    public static ulong Add(ulong hash, long value) => Add(hash, unchecked((ulong)value));

    public static ulong Add(ulong hash, float a, float b) => Add(hash, ((ulong)BitConverter.SingleToUInt32Bits(a) << 32) | BitConverter.SingleToUInt32Bits(b));

    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        var whole = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in whole)
        {
            hash = Add(hash, four);
        }

        foreach (var character in text[(whole.Length * 4)..])
        {
            hash = Add(hash, (ulong)character);
        }

        return Add(hash, (ulong)text.Length);
    }
}
