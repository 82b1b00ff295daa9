using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Materials;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>Decoration: carved panels, painted fields, boards with lettering on shop houses, bands of colour on modern ones.</summary>
internal static class DecoElement
{
    public static Surface Shade(in Fragment at, House house)
    {
        var color = Weathering.Ledge(house.Trim, at, house);
        if (house.Look.Style == HouseStyle.Modern)
        {
            var tile = Masonry.Tiles(Tone.Mix(house.Shop, house.Wall, 0.4f), at.X, at.Y, at.Pixel, house.Salt);
            return new Surface(0.3f + tile.Bump, tile.Color, tile.Gloss);
        }

        var frame = MathF.Min(1.6f, MathF.Min(at.Of.Width, at.Of.Height) * 0.14f);
        if (at.Inset < frame)
        {
            return new Surface(1.5f - (at.Inset / frame * 0.5f), color);
        }

        if (house.Look.Style == HouseStyle.ShopHouse && at.Of.Width > at.Of.Height * 1.6f)
        {
            var letter = Lettering.At(at.X - at.Of.Left, (at.Y - at.Of.Top) / at.Of.Height, at.Of.Height, at.Of.Seed, at.Pixel);
            return new Surface(0.9f, Tone.Mix(house.Shop, Tone.Linear(0.85f, 0.78f, 0.58f), letter));
        }

        var (x, y) = (Ornament.Tile(at.U, at.Of.Width, at.Of.Height), Ornament.Tile((at.Y - at.Of.Top) / at.Of.Height, at.Of.Height, at.Of.Width));
        var carved = Ornament.At(x, y, house.Salt + 8);
        var ground = house.Look.Style == HouseStyle.ArtNouveau && house.Chance(64) < 0.6f
            ? Tone.Mix(new Vector3(0.10f, 0.16f, 0.17f), new Vector3(0.36f, 0.24f, 0.06f), house.Chance(65))
            : Tone.Mix(color, house.Wall, 0.5f);
        return new Surface(0.2f + (carved * 2), Tone.Mix(ground, color, Tone.Ramp(0.2f, 0.5f, carved)));
    }
}
