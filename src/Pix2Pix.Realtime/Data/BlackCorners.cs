using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>
/// Fills the black corners of photographs that were straightened, because a generator learns to draw them. What is missing becomes a smooth continuation of what lies beside it: means of ever larger
/// neighbourhoods, the smallest that knows anything (pull-push: Gortler et al. 1996). Stateless; any thread.
/// </summary>
internal static class BlackCorners
{
    /// <summary>What a JPEG file makes of black, at most.</summary>
    private const int Darkest = 16;

    /// <summary>Pixels at the border of a corner that are half black, or that a JPEG file darkened.</summary>
    private const int Rim = 3;

    /// <summary>Fills the black areas that touch a corner; other black pixels stay.</summary>
    /// <param name="picture">Changed in place; its opacity stays.</param>
    public static void Fill(PixelImage picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var isMissing = new bool[width * height];
        var reached = new Stack<int>([0, width - 1, (height - 1) * width, (width * height) - 1]);
        var count = 0;
        while (reached.TryPop(out var i))
        {
            if (isMissing[i] || !IsBlack(picture.Rgba.AsSpan(4 * i, 3)))
            {
                continue;
            }

            (isMissing[i], count) = (true, count + 1);
            Push(i % width > 0, i - 1);
            Push(i % width < width - 1, i + 1);
            Push(i >= width, i - width);
            Push(i < (height - 1) * width, i + width);
        }

        if (count == 0 || count == isMissing.Length)
        {
            return;
        }

        var known = Known(picture, Widened(isMissing, width, height));
        var levels = new List<WeightedMeans> { known };
        while (levels[^1].Width > 1 || levels[^1].Height > 1)
        {
            levels.Add(levels[^1].Halved());
        }

        for (var level = levels.Count - 2; level >= 0; level--)
        {
            levels[level].Complete(levels[level + 1]);
        }

        known.CopyTo(picture);

        void Push(bool exists, int i)
        {
            if (exists)
            {
                reached.Push(i);
            }
        }
    }

    private static bool IsBlack(ReadOnlySpan<byte> rgb) => rgb[0] <= Darkest && rgb[1] <= Darkest && rgb[2] <= Darkest;

    private static bool[] Widened(bool[] area, int width, int height)
    {
        var wider = new bool[area.Length];
        for (var i = 0; i < area.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            for (var dy = Math.Max(-Rim, -y); !wider[i] && dy <= Math.Min(Rim, height - 1 - y); dy++)
            {
                wider[i] = area.AsSpan(((y + dy) * width) + Math.Max(0, x - Rim), Math.Min(width - 1, x + Rim) - Math.Max(0, x - Rim) + 1).Contains(true);
            }
        }

        return wider;
    }

    private static WeightedMeans Known(PixelImage picture, bool[] isMissing)
    {
        var means = new WeightedMeans(picture.Width, picture.Height);
        for (var i = 0; i < isMissing.Length; i++)
        {
            if (!isMissing[i])
            {
                means.Set(i, picture.Rgba.AsSpan(4 * i, 3));
            }
        }

        return means;
    }
}
