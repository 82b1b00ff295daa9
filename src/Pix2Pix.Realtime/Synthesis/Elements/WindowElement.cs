using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>A window in its reveal: frame, casements, bars and panes as its size and the house's style ask.</summary>
internal static class WindowElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var depth = MathF.Min(house.Look.Reveal, MathF.Min(at.Of.Width, at.Of.Height) * 0.3f);
        var hole = Recess.Of(at, house, depth);
        return hole.IsSide ? hole.Side(house, depth) : Fill(at, hole, house, depth);
    }

    /// <summary>The frame and the panes that fill a hole.</summary>
    public static Surface Fill(in Fragment at, in Recess hole, House house, float depth)
    {
        var isModern = house.Look.Style == HouseStyle.Modern;
        var size = MathF.Min(at.Of.Width, at.Of.Height);
        var bar = Math.Clamp(size * (isModern ? 0.045f : 0.062f), 0.55f, 1.5f);
        var (u, v) = (hole.Left / hole.Width, hole.Above / hole.Height);
        var casements = Casements(at.Of, isModern, house);
        var across = u * casements;
        var casement = Math.Clamp((int)across, 0, casements - 1);
        var inCasement = (across - casement) * hole.Width / casements;
        var side = MathF.Min(inCasement, (hole.Width / casements) - inCasement);
        var transom = Transom(at.Of, isModern, house) * hole.Height;
        var toTransom = transom > 0 ? hole.Above - transom : float.MaxValue;
        // Outer frame, then the casements' own, a step behind it.
        var outer = Pattern.Edge(bar - hole.Inset, at.Pixel);
        var inner = Pattern.Edge(bar * 0.95f - MathF.Min(side, MathF.Abs(toTransom)), at.Pixel);
        var sash = Pattern.Edge((bar * 1.75f) - MathF.Min(MathF.Min(side + (bar * 0.4f), hole.Inset), MathF.Abs(toTransom) + (bar * 0.4f)), at.Pixel);
        var thin = Glazing(at, hole, house, side, toTransom, transom, bar);
        var share = MathF.Max(MathF.Max(outer, inner), MathF.Max(sash, thin));
        var pane = casement + (toTransom < 0 ? 8 : 0);
        var glass = Glass.Shade(at.Of, pane, u, v, at.X, -depth, house);
        var gap = Pattern.Line(hole.Inset - bar, bar * 0.14f, at.Pixel) * 0.4f;
        var worn = 1 - (house.Look.Age * 0.35f * ValueNoise.Cloud(at.X * 0.5f, at.Y * 0.5f, house.Salt + 91));
        var height = -depth + (outer > 0.5f ? 1.0f : inner > 0.5f ? 0.85f : share > 0.5f ? 0.55f : 0);
        return new Surface(
            height, Tone.Mix(glass.Color, house.Frame * worn * (1 - gap), share), glass.Gloss * (1 - share), glass.Tilt, glass.Glow * (1 - share));
    }

    private static int Casements(Region window, bool isModern, House house)
    {
        var aspect = window.Width / window.Height;
        var wide = isModern ? 0.9f : 0.42f + (house.Chance(33) * 0.14f);
        return window.Width < 7 ? 1 : Math.Clamp((int)((aspect / wide) + 0.5f), 1, 8);
    }

    /// <summary>How far down the bar between the lower and the upper panes lies, as a share; 0 = none.</summary>
    private static float Transom(Region window, bool isModern, House house)
    {
        var kind = house.Chance(34);
        var isWhole = window.Height < 12 || window.Height < window.Width * 0.8f || (isModern && kind < 0.6f);
        return isWhole ? 0 : kind switch { < 0.6f => 0.3f, < 0.75f => 0.5f, < 0.9f => 0.24f, _ => 0 };
    }

    /// <summary>Thin bars that divide the panes.</summary>
    private static float Glazing(in Fragment at, in Recess hole, House house, float side, float toTransom, float transom, float bar)
    {
        var kind = house.Chance(35);
        if (house.Look.Style == HouseStyle.Modern || kind > 0.42f)
        {
            return 0;
        }

        var rows = Math.Clamp((int)((hole.Height - transom) / 9), 1, 4);
        var row = (toTransom > 0 && transom > 0 ? toTransom / (hole.Height - transom) : hole.Above / hole.Height) * rows;
        var toRow = MathF.Abs(row - MathF.Floor(row + 0.5f)) * (hole.Height - transom) / rows;
        var isUpper = toTransom < 0;
        var lines = kind < 0.3f && !isUpper ? Pattern.Line(toRow, bar * 0.28f, at.Pixel) : 0;
        return kind < 0.14f ? MathF.Max(lines, Pattern.Line(side - (hole.Width / Casements(at.Of, false, house) / 2), bar * 0.28f, at.Pixel)) : lines;
    }
}
