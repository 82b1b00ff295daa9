using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Labels;

/// <summary>
/// Turns pictures of labels into label maps and back. Decoding is tolerant: label files are often JPEG, blurred and with halved chroma, so each
/// pixel takes the class of the nearest colour. Any thread.
/// </summary>
public sealed class LabelDecoder
{
    /// <summary>A pixel this far (per channel, squared and added) from every class's colours is called foreign.</summary>
    private const int Foreign = 3 * 40 * 40;

    /// <summary>The id of a pixel whose class nobody knows, as Cityscapes, COCO and ADE20K write it.</summary>
    private const byte Unknown = byte.MaxValue;

    private readonly Palette _palette;

    /// <summary>Decodes and encodes with one palette.</summary>
    /// <param name="palette">Its classes are the ids of the maps; its variants are the colours that are understood.</param>
    public LabelDecoder(Palette palette) => _palette = palette;

    /// <summary>Reads the classes as <see cref="Read"/> does.</summary>
    /// <param name="picture">A picture of labels.</param>
    /// <param name="foreignShare">See <see cref="LabelReading.ForeignShare"/>.</param>
    public LabelMap Decode(PixelImage picture, out double foreignShare)
    {
        var reading = Read(picture);
        foreignShare = reading.ForeignShare;
        return reading.Map;
    }

    /// <summary>
    /// Snaps every pixel to the nearest class. A grey picture whose every value is a class's id is taken as ids; 255, which many datasets write where nobody knows the
    /// class, is then background, and so is what is more transparent than opaque.
    /// </summary>
    /// <param name="picture">A picture of labels, in one of the palette's <see cref="Palette.Variants"/>: the one that fits it best is used.</param>
    public LabelReading Read(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var map = new LabelMap(picture.Width, picture.Height, _palette.Background.Id);
        var counts = new Dictionary<Rgb, int>();
        for (var i = 0; i < map.Ids.Length; i++)
        {
            if (IsThere(picture, i))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, ColorAt(picture, i), out _)++;
            }
        }

        var holdsIds = HoldsIds(counts.Keys);
        var (answers, isOwn) = holdsIds
            ? (counts.Keys.ToDictionary(color => color, color => (Id: (_palette.Find(color.R) ?? _palette.Background).Id, Distance: 0)), counts.Count == 0)
            : BestAnswers(counts);
        for (var i = 0; i < map.Ids.Length; i++)
        {
            if (IsThere(picture, i))
            {
                map.Ids[i] = answers[ColorAt(picture, i)].Id;
            }
        }

        var foreign = counts.Sum(entry => answers[entry.Key].Distance > Foreign ? entry.Value : 0);
        var unknown = holdsIds && _palette.Find(Unknown) is null ? counts.GetValueOrDefault(new Rgb(Unknown, Unknown, Unknown)) : 0;
        return new LabelReading(map, (double)foreign / map.Ids.Length, isOwn, unknown);
    }

    /// <summary>Lays a picture of labels on the background's colour, in place: where it is transparent nothing is painted.</summary>
    /// <returns>The picture itself.</returns>
    public PixelImage OnBackground(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var color = _palette.Background.Color;
        return picture.OnPaper(color.R, color.G, color.B);
    }

    /// <summary>The map in the palette's exact colours, opaque.</summary>
    public PixelImage Encode(LabelMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var picture = new PixelImage(map.Width, map.Height);
        for (var i = 0; i < map.Ids.Length; i++)
        {
            var color = _palette.ColorOf(map.Ids[i]);
            (picture.Rgba[i * 4], picture.Rgba[(i * 4) + 1], picture.Rgba[(i * 4) + 2], picture.Rgba[(i * 4) + 3]) = (color.R, color.G, color.B, byte.MaxValue);
        }

        return picture;
    }

    private static Rgb ColorAt(PixelImage picture, int pixel) =>
        new(picture.Rgba[pixel * 4], picture.Rgba[(pixel * 4) + 1], picture.Rgba[(pixel * 4) + 2]);

    private static bool IsThere(PixelImage picture, int pixel) => picture.Rgba[(pixel * 4) + 3] > byte.MaxValue / 2;

    /// <summary>A picture of nothing but unknown pixels is a white one.</summary>
    private bool HoldsIds(IReadOnlyCollection<Rgb> colors) =>
        colors.All(color => color.R == color.G && color.G == color.B && (color.R == Unknown || _palette.Find(color.R) is not null))
        && (colors.Count != 1 || colors.First().R != Unknown || _palette.Find(Unknown) is not null);

    /// <summary>Each colour's class by the variant whose colours lie nearest to the picture's as a whole, and whether that is the palette's own.</summary>
    private (Dictionary<Rgb, (byte Id, int Distance)> Answers, bool IsOwn) BestAnswers(Dictionary<Rgb, int> counts) => _palette.Variants
        .Select((variant, index) => (Answers: counts.Keys.ToDictionary(color => color, color => Nearest(color, variant)), IsOwn: index == 0))
        .MinBy(candidate => counts.Sum(entry => (long)candidate.Answers[entry.Key].Distance * entry.Value));

    private (byte Id, int Distance) Nearest(Rgb color, IReadOnlyList<Rgb> variant)
    {
        var (best, id) = (int.MaxValue, _palette.Background.Id);
        for (var i = 0; i < variant.Count; i++)
        {
            var distance = variant[i].DistanceSquared(color);
            if (distance < best)
            {
                (best, id) = (distance, _palette.Classes[i].Id);
            }
        }

        return (id, best);
    }
}
