using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Shading;

/// <summary>A moulding: a band of stepped stone. From string course to roof cornice, the higher it is, the more steps and brackets it has.</summary>
internal static class MoldingShading
{
    private const int BracketPeriod = 8;

    public static Vector3 Shade(in Fragment at, FacadeStyle style)
    {
        var height = Math.Min(at.Above, 1000) + Math.Min(at.Below, 1000) + 1;
        var tone = Tone.Mix(style.Stone, style.Wall, 0.28f);
        var light = at.Above == 0 ? 1.16f : at.Below == 0 ? 0.6f : height < 9 ? Course(at) : Entablature(at, height);
        return tone * light;
    }

    private static float Course(in Fragment at) => at.Above switch { 1 => 1.04f, _ when at.Below == 1 => 0.84f, _ => 0.95f };

    /// <summary>Cornice, shadow, brackets, frieze, architrave: what an entablature has from the top down.</summary>
    private static float Entablature(in Fragment at, int height)
    {
        var lip = Math.Clamp(height / 6, 2, 5);
        var bracket = Math.Clamp(height / 4, 3, 8);
        return at.Above < lip ? 1.03f
            : at.Above == lip ? 0.6f
            : at.Above <= lip + bracket ? (at.X % BracketPeriod is >= 2 and <= 5 ? (at.X % BracketPeriod == 2 ? 1.14f : 1.0f) : 0.66f)
            : at.Below <= 3 ? (at.Below == 3 ? 1.1f : 0.92f)
            : 0.9f;
    }
}
