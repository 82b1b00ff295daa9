namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>A prefix code of a lossless WebP (RFC 9649, 3.7.2): which bits stand for which symbol. A code of one symbol takes no bits.</summary>
internal sealed class LosslessCode
{
    private const int MostBits = 15;

    /// <summary>Codes up to so many bits are looked up, longer ones walked.</summary>
    private const int TableBits = 8;

    private readonly int _only;
    private readonly ushort[] _symbols = [];
    private readonly int[] _counts = [];

    /// <summary>By the next 8 bits: the symbol, and in the upper four bits how many of them it takes; 0 = more.</summary>
    private readonly ushort[] _table = [];

    private LosslessCode(int only) => _only = only;

    /// <param name="lengths">How many bits each symbol takes; 0 = it does not occur.</param>
    /// <exception cref="UserException">No code has these lengths.</exception>
    public LosslessCode(ReadOnlySpan<byte> lengths)
    {
        _counts = new int[MostBits + 1];
        foreach (var length in lengths)
        {
            _counts[length]++;
        }

        _counts[0] = 0;
        Span<int> places = stackalloc int[MostBits + 2];
        var (room, used) = (1L, 0);
        for (var length = 1; length <= MostBits; length++)
        {
            room = (room << 1) - _counts[length];
            if (room < 0)
            {
                throw Damaged();
            }

            places[length + 1] = places[length] + _counts[length];
            used += _counts[length];
        }

        _symbols = new ushort[used];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] > 0)
            {
                _symbols[places[lengths[symbol]]++] = (ushort)symbol;
            }
        }

        _only = used == 1 ? _symbols[0] : -1;
        if (used == 0 || (used > 1 && room != 0))
        {
            throw Damaged();
        }

        _table = used == 1 ? [] : Table();
    }

    /// <summary>Whether it takes no bits: it is always this symbol. -1 = it does.</summary>
    public int Only => _only;

    /// <param name="alphabet">How many symbols there are.</param>
    /// <exception cref="UserException">The file is cut, or holds no code.</exception>
    public static LosslessCode Read(ref LosslessBits bits, int alphabet)
    {
        var lengths = new byte[alphabet];
        if (bits.Read(1) == 0)
        {
            LosslessLengths.Read(ref bits, lengths);
            return new LosslessCode(lengths);
        }

        var isPair = bits.Read(1) == 1;
        var first = bits.Read(bits.Read(1) == 1 ? 8 : 1);
        if (!isPair)
        {
            return first < alphabet ? new LosslessCode(first) : throw Damaged();
        }

        var second = bits.Read(8);
        if (first >= alphabet || second >= alphabet)
        {
            throw Damaged();
        }

        (lengths[first], lengths[second]) = (1, 1);
        return first == second ? new LosslessCode(first) : new LosslessCode(lengths);
    }

    /// <summary>The next symbol.</summary>
    /// <exception cref="UserException">The file is cut.</exception>
    public int Next(ref LosslessBits bits)
    {
        if (_only >= 0)
        {
            return _only;
        }

        var next = bits.Peek();
        if (_table[(int)(next & ((1 << TableBits) - 1))] is > 0 and var entry)
        {
            bits.Skip(entry >> 12);
            return entry & 0xFFF;
        }

        var (code, first, place) = (0, 0, 0);
        for (var length = 1; length <= MostBits; length++, next >>= 1)
        {
            code |= (int)(next & 1);
            if (code - first < _counts[length])
            {
                bits.Skip(length);
                return _symbols[place + code - first];
            }

            place += _counts[length];
            first = (first + _counts[length]) << 1;
            code <<= 1;
        }

        throw Damaged();
    }

    /// <summary>What to throw when the bits are no picture's.</summary>
    public static UserException Damaged() => new("expected a complete WebP, but its data are damaged; copy or download the file again.");

    private ushort[] Table()
    {
        var table = new ushort[1 << TableBits];
        var (code, place) = (0, 0);
        for (var length = 1; length <= TableBits; length++, code <<= 1)
        {
            for (var i = 0; i < _counts[length]; i++, code++)
            {
                var reversed = Reverse(code, length);
                for (var index = reversed; index < table.Length; index += 1 << length)
                {
                    table[index] = (ushort)((length << 12) | _symbols[place + i]);
                }
            }

            place += _counts[length];
        }

        return table;
    }

    private static int Reverse(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
        {
            reversed |= ((code >> i) & 1) << (length - 1 - i);
        }

        return reversed;
    }
}
