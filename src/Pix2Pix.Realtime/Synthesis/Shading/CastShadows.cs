using System.Numerics;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>The sun's light on the relief that the labels make: cornices, sills and balconies shade what lies below them, reveals shade glass.</summary>
internal sealed class CastShadows(LabelMap labels, FacadeStyle style)
{
    /// <summary>From a balcony into a door's recess, the greatest difference of two reliefs.</summary>
    private const int Reach = 11;

    /// <summary>Shadows are lit by the blue of the sky.</summary>
    private static readonly Vector3 SkyLight = new(0.92f, 0.97f, 1.08f);

    private readonly float _unit = MathF.Max(1, MathF.Min(labels.Width, labels.Height) / 256f);

    /// <summary>The light that reaches a pixel, as a factor on its colour.</summary>
    public Vector3 LightAt(int x, int y)
    {
        var own = labels[x, y];
        if (own == (byte)FacadeClass.Background)
        {
            return Vector3.One;
        }

        return Tone.Mix(Vector3.One, SkyLight * (1 - style.Shade), Cover(x, y, FacadeClasses.Relief(own))) * style.Light;
    }

    /// <summary>Walks towards the sun until something higher stands in the way: 0 = lit, 1 = in shadow.</summary>
    private float Cover(int x, int y, float ground)
    {
        var cover = 0f;
        for (var step = 1; step <= Reach * _unit; step++)
        {
            var (sx, sy) = (x - (int)((step * style.SunSlope) + 0.5f), y - step);
            if (sx < 0 || sy < 0)
            {
                break;
            }

            var height = (FacadeClasses.Relief(labels[sx, sy]) - ground) * _unit;
            cover = MathF.Max(cover, Tone.Clamp(height - step + 1));
        }

        return cover;
    }
}
