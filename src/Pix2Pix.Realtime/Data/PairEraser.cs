using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Numerics;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.Data;

/// <summary>
/// Erases regions of a pair: the labels become background and the photograph shows what an empty canvas stands for, at the same place.
/// Datasets show finished houses only, but people paint half-empty canvases. Immutable; any thread.
/// </summary>
internal sealed class PairEraser
{
    private const int MostHoles = 3;

    /// <summary>How often the canvas is empty except for a region, instead of full except for some.</summary>
    private const double MostlyEmpty = 0.4;

    private const double SmallestSide = 0.15;
    private const double LargestSide = 0.65;

    private readonly PixelImage _emptyLabels;
    private readonly PixelImage _emptyPhotograph;

    /// <param name="size">Side of both halves, in pixels.</param>
    /// <param name="palette">The facade classes.</param>
    public PairEraser(int size, Palette palette)
    {
        _emptyLabels = new LabelDecoder(palette).Encode(new LabelMap(size, size, palette.Background.Id));
        _emptyPhotograph = FacadeSynthesizer.DrawEmpty(size, size);
    }

    /// <summary>Erases in place.</summary>
    /// <param name="labels">Label half.</param>
    /// <param name="photograph">Photograph half.</param>
    /// <param name="seed">Decides where.</param>
    public void Erase(PixelImage labels, PixelImage photograph, ulong seed)
    {
        var random = new SeededRandom(seed);
        if (random.NextDouble() < MostlyEmpty)
        {
            var kept = Region(ref random);
            EraseWhere(labels, photograph, (x, y) => !kept.Contains(x, y));
            return;
        }

        for (var hole = random.Next(MostHoles); hole >= 0; hole--)
        {
            var region = Region(ref random);
            EraseWhere(labels, photograph, (x, y) => region.Contains(x, y));
        }
    }

    private PixelRect Region(ref SeededRandom random)
    {
        var size = _emptyLabels.Width;
        var (width, height) = (Side(ref random, size), Side(ref random, size));
        return new PixelRect(random.Next(size - width + 1), random.Next(size - height + 1), width, height);
    }

    private static int Side(ref SeededRandom random, int size) =>
        (int)(size * (SmallestSide + ((LargestSide - SmallestSide) * random.NextDouble())));

    private void EraseWhere(PixelImage labels, PixelImage photograph, Func<int, int, bool> isErased)
    {
        for (var y = 0; y < labels.Height; y++)
        {
            for (var x = 0; x < labels.Width; x++)
            {
                if (isErased(x, y))
                {
                    _emptyLabels.Row(y).Slice(x * 4, 4).CopyTo(labels.Row(y)[(x * 4)..]);
                    _emptyPhotograph.Row(y).Slice(x * 4, 4).CopyTo(photograph.Row(y)[(x * 4)..]);
                }
            }
        }
    }
}
