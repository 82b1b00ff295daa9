using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Synthesis.Fields;
using Pix2Pix.Realtime.Synthesis.Looks;
using Pix2Pix.Realtime.Synthesis.Relief;

namespace Pix2Pix.Realtime.Synthesis.Surroundings;

/// <summary>The roof that stands behind the top of every wall, column by column: labels call it background.</summary>
internal sealed class RoofLine
{
    private const float SmallestWidth = 24;
    private const float Step = 5;

    private readonly float[] _eaves, _ridges, _chimneys;

    public RoofLine(LabelMap labels, House house)
    {
        (_eaves, _ridges, _chimneys) = (new float[labels.Width], new float[labels.Width], new float[labels.Width]);
        for (var x = 0; x < labels.Width; x++)
        {
            _eaves[x] = Eaves(labels, x, house);
        }

        var pitch = house.Look.Style == HouseStyle.Modern || house.Chance(101) < 0.3f ? 0 : 0.07f + (0.13f * house.Chance(102));
        for (var from = 0; from < labels.Width;)
        {
            var to = from + 1;
            while (to < labels.Width && MathF.Abs(_eaves[to] - _eaves[to - 1]) < Step)
            {
                to++;
            }

            Raise(from, to, pitch, house);
            from = to;
        }
    }

    /// <summary>Where the wall ends in a column, in units from the picture's top.</summary>
    public float EavesAt(int x) => _eaves[x];

    /// <summary>Where the roof ends in a column; as far down as the eaves where there is none.</summary>
    public float RidgeAt(int x) => _ridges[x];

    /// <summary>Where the chimney of a column ends; as far down as the ridge where there is none.</summary>
    public float ChimneyAt(int x) => _chimneys[x];

    private static float Eaves(LabelMap labels, int x, House house)
    {
        for (var y = 0; y < labels.Height; y++)
        {
            var of = (FacadeClass)labels[x, y];
            if (of != FacadeClass.Background)
            {
                return of is FacadeClass.Facade or FacadeClass.Molding or FacadeClass.Cornice or FacadeClass.Pillar ? y * house.Pixel : -1000;
            }
        }

        return -1000;
    }

    private void Raise(int from, int to, float pitch, House house)
    {
        var width = (to - from) * house.Pixel;
        var rise = _eaves[from] < 0 || width < SmallestWidth ? 0 : MathF.Max(0, MathF.Min(MathF.Min(pitch * width, 34), _eaves[from] - 6));
        for (var x = from; x < to; x++)
        {
            var isOpenLeft = from == 0;
            var isOpenRight = to == _eaves.Length;
            var side = MathF.Min(isOpenLeft ? 999 : (x - from) * house.Pixel, isOpenRight ? 999 : (to - 1 - x) * house.Pixel);
            _ridges[x] = _eaves[x] - MathF.Min(rise, side * 0.75f);
            var cell = (int)(x * house.Pixel / 9);
            var isChimney = rise > 8 && side > 44 && ValueNoise.Cell(cell, 103, house.Salt) < 0.16f;
            _chimneys[x] = isChimney ? _ridges[x] - 5 - (6 * ValueNoise.Cell(cell, 104, house.Salt)) : _ridges[x];
        }
    }
}
