using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>What the labels tell about the whole house, in units: its box, where it meets the ground, its storeys.</summary>
internal sealed class Storeys
{
    private readonly float[] _beams;

    public Storeys(LabelMap labels, RegionMap regions)
    {
        var pixel = regions.Pixel;
        var (width, height) = (labels.Width * pixel, labels.Height * pixel);
        var house = regions.Regions.Where(region => region.Of != FacadeClass.Background).ToArray();
        IsThere = house.Length > 0;
        Left = IsThere ? house.Min(region => region.Left) : 0;
        Right = IsThere ? house.Max(region => region.Left + region.Width) : 0;
        Top = IsThere ? house.Min(region => region.Top) : height;
        var bottom = IsThere ? house.Max(region => region.Top + region.Height) : 0;
        IsStanding = house.Any(region => region.Of == FacadeClass.Facade
            && region.Top + region.Height > height * 0.8f && region.Width > width * 0.4f && region.Height > height * 0.35f);
        GroundLine = bottom > height * 0.8f ? bottom : height * 0.93f;
        GroundTop = FindGroundTop(house, height);
        _beams = FindBeams(labels, pixel);
    }

    public bool IsThere { get; }

    /// <summary>Whether it looks like a house in its street: wide, high, down to the ground.</summary>
    public bool IsStanding { get; }

    public float Left { get; }

    public float Right { get; }

    public float Top { get; }

    public float GroundLine { get; }

    /// <summary>Where the ground floor begins; below the picture where the labels show none.</summary>
    public float GroundTop { get; }

    /// <summary>How large people and cars are beside this house: 1 where a ground floor is 52 units high.</summary>
    public float Scale => GroundTop < GroundLine ? Math.Clamp((GroundLine - GroundTop) / 52, 0.7f, 1.7f) : 1;

    /// <summary>The distance to the nearest line where windows begin or end.</summary>
    public float ToBeam(float y)
    {
        var nearest = float.MaxValue;
        foreach (var beam in _beams)
        {
            nearest = MathF.Min(nearest, MathF.Abs(y - beam));
        }

        return nearest;
    }

    private float FindGroundTop(Region[] house, float height)
    {
        var entrances = house
            .Where(region => region.Of is FacadeClass.Door or FacadeClass.Shop && region.Top + region.Height > GroundLine - 8 && region.Height > 12).ToArray();
        if (entrances.Length == 0)
        {
            return height * 2;
        }

        var top = entrances.Min(region => region.Top);
        var band = house.Where(region => region.Of == FacadeClass.Molding && region.Width > (Right - Left) * 0.5f)
            .Select(region => region.Top + region.Height).Where(y => y < top + 3 && y > top - 26).DefaultIfEmpty(top - 5).Max();
        return MathF.Max(band, GroundLine - 100);
    }

    private static float[] FindBeams(LabelMap labels, float pixel)
    {
        var beams = new List<float>();
        var (inside, start) = (false, 0);
        for (var y = 0; y <= labels.Height; y++)
        {
            var isIn = y < labels.Height && IsWindowRow(labels.Row(y));
            if (isIn != inside)
            {
                if (isIn)
                {
                    start = y;
                }
                else if ((y - start) * pixel > 8)
                {
                    beams.AddRange([(start * pixel) - 1.6f, (y * pixel) + 1.6f]);
                }

                inside = isIn;
            }
        }

        return [.. beams];
    }

    private static bool IsWindowRow(ReadOnlySpan<byte> row)
    {
        var (house, openings) = (0, 0);
        foreach (var id in row)
        {
            house += id != (byte)FacadeClass.Background ? 1 : 0;
            openings += RegionMap.IsOpening((FacadeClass)id) ? 1 : 0;
        }

        return openings * 6 > house && openings > 0;
    }
}
