using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Elements;

/// <summary>The section through a ledge: how far it stands out at each height.</summary>
internal static class Profile
{
    /// <param name="above">From the ledge's top, in units.</param>
    /// <param name="height">Of the ledge, in units.</param>
    /// <param name="reach">How far its lip stands out, in units.</param>
    public static float Ledge(float above, float height, float reach)
    {
        var v = above / height;
        return reach * v switch
        {
            < 0.2f => 1,
            < 0.26f => 0.74f,
            < 0.46f => 0.8f - ((v - 0.26f) * 1.5f),
            < 0.52f => 0.36f,
            < 0.84f => 0.22f,
            _ => 0.36f,
        };
    }

    /// <summary>Blocks under a ledge's lip, 0..1: narrow as dentils, wide as brackets.</summary>
    public static float Blocks(float x, float period, float pixel) => Pattern.Stripes(x + (period * 0.25f), period, period * 0.5f, pixel);
}
