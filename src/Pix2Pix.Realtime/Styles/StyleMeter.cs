using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Styles;

/// <summary>Measures the style of a picture by its label map, without a network. Immutable; any thread.</summary>
internal sealed class StyleMeter
{
    /// <summary>A region of a smaller share of the picture says nothing.</summary>
    private const double LeastShare = 0.002;

    private readonly StyleDefinition _definition;
    private readonly List<byte[]> _ids;

    /// <param name="definition">What to measure.</param>
    /// <param name="palette">Of the label maps; null = none, for a definition of objects and their surroundings.</param>
    /// <exception cref="UserException">A region is none of the palette's classes.</exception>
    public StyleMeter(StyleDefinition definition, Palette? palette)
    {
        _definition = definition;
        _ids = [.. definition.Groups.Select(group => IdsOf(group, definition, palette))];
    }

    public StyleDefinition Definition => _definition;

    /// <summary>Measures a picture; what its map has no region for becomes the definition's neutral value.</summary>
    /// <param name="map">Of the picture's size; null = none: regions are the object and its surroundings where the definition has those, else everything is measured over the whole picture.</param>
    /// <param name="into">Becomes a style.</param>
    /// <param name="look">Of a rendered facade; null = the picture is none, and what only a rendering tells becomes neutral.</param>
    public void Measure(LabelMap? map, PixelImage picture, Span<float> into, FacadeLook? look = null)
    {
        MeasureRaw(map, picture, into, look);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = float.IsNaN(into[i]) ? _definition.Neutral[i] : into[i];
        }
    }

    /// <summary>Measures a photograph that a person chose.</summary>
    /// <exception cref="UserException">It is of one colour, which says nothing of a style.</exception>
    public void MeasurePhotograph(LabelMap? map, PixelImage picture, Span<float> into)
    {
        var first = picture.Rgba.AsSpan(0, 3);
        var isEven = true;
        for (var i = 4; isEven && i < picture.Rgba.Length; i += 4)
        {
            isEven = picture.Rgba.AsSpan(i, 3).SequenceEqual(first);
        }

        if (isEven)
        {
            throw new UserException(FormattableString.Invariant($"Expected a photograph to take a style from, found a picture of one colour ({first[0]}, {first[1]}, {first[2]}); choose another, the previous style stays."));
        }

        Measure(map, picture, into);
    }

    /// <summary>The same as <see cref="Measure"/>, but NaN where there is no region, or no look that tells.</summary>
    public void MeasureRaw(LabelMap? map, PixelImage picture, Span<float> into, FacadeLook? look = null)
    {
        var regions = _definition.Palette.Length == 0 ? Silhouette.Of(picture) : map;
        var figures = RegionFigures.Of(picture, regions);
        var first = 0;
        for (var group = 0; group < _ids.Count; group++)
        {
            var (quantity, count) = (_definition.Groups[group].Quantity, _definition.Groups[group].Count);
            var seen = regions is null || _ids[group].Length == 0 ? figures.Whole() : figures.Together(_ids[group]);
            var target = into.Slice(first, count);
            if (_definition.Groups[group].IsRendered)
            {
                target[0] = look is null ? float.NaN : Math.Clamp(RenderedFigures.Of(quantity, look), _definition.Groups[group].Min, _definition.Groups[group].Max);
            }
            else if (seen.Count < Math.Max(1, LeastShare * picture.Width * picture.Height))
            {
                target.Fill(float.NaN);
            }
            else
            {
                seen.Write(quantity, target);
                var (min, max) = (_definition.Groups[group].Min, _definition.Groups[group].Max);
                foreach (ref var value in target)
                {
                    value = Math.Clamp(value, min, max);
                }
            }

            first += count;
        }
    }

    private static byte[] IdsOf(StyleGroup group, StyleDefinition definition, Palette? palette) =>
    [
        .. group.Regions.Select(region => definition.Palette.Length == 0
            ? Silhouette.IdOf(region)
            : palette?.Find(region)?.Id ?? throw new UserException($"Expected the style's '{group.Name}' to be measured of classes of the palette '{palette?.Name}', found '{region}'; name others in the style's definition.")),
    ];
}
