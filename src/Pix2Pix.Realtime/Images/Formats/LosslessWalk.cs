namespace Pix2Pix.Realtime.Images.Formats;

/// <summary>
/// Reads a lossless WebP (RFC 9649, 3) to the end of its pixels without making any: its size stands in its header, and only its codes show how many pixels there are. A
/// picture of one colour takes no bits, so no size of file is too small.
/// </summary>
internal static class LosslessWalk
{
    private const int HeaderBits = 40;

    /// <exception cref="UserException">The file ends before the picture does, or is damaged.</exception>
    public static void Require(ReadOnlySpan<byte> data, int width, int height)
    {
        var bits = new LosslessBits(data);
        bits.Skip(HeaderBits);
        while (bits.Read(1) == 1)
        {
            switch (bits.Read(2))
            {
                case 0 or 1:
                    var side = bits.Read(3) + 2;
                    Image(ref bits, Blocks(width, side), Blocks(height, side), pixels: null);
                    break;
                case 3:
                    var colors = bits.Read(8) + 1;
                    Image(ref bits, colors, 1, pixels: null);
                    width = Blocks(width, colors switch { <= 2 => 3, <= 4 => 2, <= 16 => 1, _ => 0 });
                    break;
            }
        }

        var cache = CacheBits(ref bits);
        if (bits.Read(1) == 0)
        {
            Pixels(ref bits, width, height, cache, [LosslessGroup.Read(ref bits, cache)], groups: null, blockBits: 0, pixels: null);
            return;
        }

        var block = bits.Read(3) + 2;
        var groups = new uint[Blocks(width, block) * Blocks(height, block)];
        Image(ref bits, Blocks(width, block), Blocks(height, block), groups);
        var count = groups.Max(pixel => (int)((pixel >> 8) & 0xFFFF)) + 1;
        var codes = new LosslessGroup[count];
        for (var i = 0; i < count; i++)
        {
            codes[i] = LosslessGroup.Read(ref bits, cache);
        }

        Pixels(ref bits, width, height, cache, codes, groups, block, pixels: null);
    }

    /// <summary>A picture inside the picture's data: it has one group of codes.</summary>
    /// <param name="pixels">Filled, where its values matter.</param>
    private static void Image(ref LosslessBits bits, int width, int height, uint[]? pixels)
    {
        var cache = CacheBits(ref bits);
        Pixels(ref bits, width, height, cache, [LosslessGroup.Read(ref bits, cache)], groups: null, blockBits: 0, pixels);
    }

    private static void Pixels(ref LosslessBits bits, int width, int height, int cacheBits, LosslessGroup[] codes, uint[]? groups, int blockBits, uint[]? pixels)
    {
        var count = (long)width * height;
        if (groups is null && pixels is null && codes[0].TakesNoBits)
        {
            return;
        }

        var cache = pixels is not null && cacheBits > 0 ? new uint[1 << cacheBits] : [];
        var blocks = Blocks(width, blockBits);
        for (var i = 0L; i < count;)
        {
            var group = groups is null ? codes[0] : codes[(int)((groups[(((i / width) >> blockBits) * blocks) + ((i % width) >> blockBits)] >> 8) & 0xFFFF)];
            var green = group.Green.Next(ref bits);
            if (green < LosslessGroup.Literals)
            {
                var red = group.Red.Next(ref bits);
                var blue = group.Blue.Next(ref bits);
                var alpha = group.Alpha.Next(ref bits);
                Write(pixels, cache, cacheBits, i, ((uint)alpha << 24) | ((uint)red << 16) | ((uint)green << 8) | (uint)blue);
                i++;
                continue;
            }

            if (green >= LosslessGroup.Cached)
            {
                Write(pixels, cache, cacheBits, i, cache.Length > 0 ? cache[green - LosslessGroup.Cached] : 0);
                i++;
                continue;
            }

            var length = Prefixed(ref bits, green - LosslessGroup.Literals);
            var distance = LosslessDistance.Of(Prefixed(ref bits, group.Distance.Next(ref bits)), width);
            if (distance > i)
            {
                throw LosslessCode.Damaged();
            }

            for (var last = Math.Min(count, i + length); i < last; i++)
            {
                Write(pixels, cache, cacheBits, i, pixels is null ? 0 : pixels[i - distance]);
            }
        }
    }

    private static void Write(uint[]? pixels, uint[] cache, int cacheBits, long place, uint value)
    {
        if (pixels is null)
        {
            return;
        }

        pixels[place] = value;
        if (cache.Length > 0)
        {
            cache[(0x1E35A7BDu * value) >> (32 - cacheBits)] = value;
        }
    }

    private static int Prefixed(ref LosslessBits bits, int code)
    {
        if (code < 4)
        {
            return code + 1;
        }

        var extra = (code - 2) >> 1;
        return ((2 + (code & 1)) << extra) + bits.Read(extra) + 1;
    }

    private static int CacheBits(ref LosslessBits bits)
    {
        if (bits.Read(1) == 0)
        {
            return 0;
        }

        var count = bits.Read(4);
        return count is >= 1 and <= 11 ? count : throw LosslessCode.Damaged();
    }

    private static int Blocks(int side, int bits) => (side + (1 << bits) - 1) >> bits;
}
