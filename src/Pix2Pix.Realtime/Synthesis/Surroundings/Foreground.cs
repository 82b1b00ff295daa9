using System.Numerics;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>What stands between the camera and the house: parked cars, people, a street lamp, cables. They hide little of it.</summary>
internal static class Foreground
{
    /// <param name="light">Changed in place: the light that each pixel sends to the camera.</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="house">What stands behind.</param>
    public static void Draw(Vector3[] light, int width, House house)
    {
        var brush = new LightBrush(light, width, house.Pixel);
        var street = house.Height - house.Storeys.GroundLine;
        var busy = house.Look.Clutter;
        if (!house.Storeys.IsStanding || busy == 0)
        {
            return;
        }

        if (house.Chance(181) < busy * 0.4f)
        {
            Cables(brush, house);
        }

        if (house.Chance(182) < busy * 0.3f)
        {
            StreetLamp.Draw(brush, house);
        }

        if (street > 6)
        {
            var people = (int)(house.Chance(183) * busy * 4);
            for (var i = 0; i < people; i++)
            {
                Pedestrian.Draw(brush, house, i);
            }
        }

        if (street > 9 && house.Chance(184) < 0.35f + (busy * 0.4f))
        {
            Cars(brush, house);
        }
    }

    private static void Cars(LightBrush brush, House house)
    {
        var scale = house.Storeys.Scale;
        var x = (-60 + (house.Chance(185) * 70)) * scale;
        for (var i = 0; x < house.Width && i < 12; i++)
        {
            var length = (52 + (14 * house.Chance(190 + i))) * scale;
            if (house.Chance(210 + i) < 0.65f)
            {
                Car.Draw(brush, house, x, length, i);
            }

            x += length + ((5 + (34 * house.Chance(230 + i) * house.Chance(231 + i))) * scale);
        }
    }

    private static void Cables(LightBrush brush, House house)
    {
        var count = 1 + (int)(house.Chance(186) * 3.5f);
        for (var i = 0; i < count; i++)
        {
            var (from, to) = (house.Height * (0.05f + (0.6f * house.Chance(250 + i))), house.Height * (0.05f + (0.6f * house.Chance(260 + i))));
            var sag = 4 + (14 * house.Chance(270 + i));
            brush.Columns(0, house.Width, x =>
            {
                var t = x / house.Width;
                return from + ((to - from) * t) + (sag * Tone.Hump(t));
            }, 0.32f, house.Light.Sky * 0.03f, 0.75f);
        }
    }
}
