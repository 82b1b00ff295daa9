namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>Reads the lengths of a prefix code, which stand in the file in a prefix code of their own (RFC 9649, 3.7.2.1.2).</summary>
internal static class LosslessLengths
{
    private const int Symbols = 19;
    private const byte UsualLength = 8;

    /// <summary>In which order the lengths' own lengths stand in the file.</summary>
    private static ReadOnlySpan<byte> Order => [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <param name="lengths">Filled.</param>
    /// <exception cref="UserException">The file is cut or damaged.</exception>
    public static void Read(ref LosslessBits bits, byte[] lengths)
    {
        var own = new byte[Symbols];
        var count = 4 + bits.Read(4);
        for (var i = 0; i < count; i++)
        {
            own[Order[i]] = (byte)bits.Read(3);
        }

        var code = new LosslessCode(own);
        var left = bits.Read(1) == 0 ? lengths.Length : 2 + bits.Read(2 + (2 * bits.Read(3)));
        if (left > lengths.Length)
        {
            throw LosslessCode.Damaged();
        }

        var (symbol, previous) = (0, UsualLength);
        while (symbol < lengths.Length && left-- > 0)
        {
            var next = code.Next(ref bits);
            if (next < 16)
            {
                lengths[symbol++] = (byte)next;
                previous = next > 0 ? (byte)next : previous;
                continue;
            }

            var repeat = next switch { 16 => 3 + bits.Read(2), 17 => 3 + bits.Read(3), _ => 11 + bits.Read(7) };
            if (repeat > lengths.Length - symbol)
            {
                throw LosslessCode.Damaged();
            }

            lengths.AsSpan(symbol, repeat).Fill(next == 16 ? previous : (byte)0);
            symbol += repeat;
        }
    }
}
