using Pix2Pix.Realtime.Synthesis.Looks;

namespace Pix2Pix.Realtime.Styles;

/// <summary>What a style says of a rendered facade that nobody can measure in its picture.</summary>
internal static class RenderedFigures
{
    /// <summary>A quantity of a look, in its own unit; NaN = it is one that is measured.</summary>
    public static float Of(StyleQuantity quantity, FacadeLook look) => quantity switch
    {
        StyleQuantity.Hour => look.Hour,
        StyleQuantity.Sun => look.Weather switch { Weather.Clear => 1, Weather.Cloudy => 0.5f, _ => 0 },
        StyleQuantity.Age => look.Age,
        StyleQuantity.Brick => look.Material == WallMaterial.Brick ? 1 : 0,
        StyleQuantity.Snow => look.Weather == Weather.Snow ? 1 : 0,
        _ => float.NaN,
    };
}
