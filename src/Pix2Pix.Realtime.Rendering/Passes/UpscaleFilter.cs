namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>How a picture is enlarged; the values are those of the shader.</summary>
public enum UpscaleFilter
{
    /// <summary>Hard-edged pixels.</summary>
    Nearest = 0,

    /// <summary>Linear between the pixels.</summary>
    Smooth = 1,

    /// <summary>Catmull-Rom with sharpening that never overshoots: keeps edges on a big screen.</summary>
    Sharp = 2,

    /// <summary>Edge-directed: looks farther along an edge than across it, so that slanted edges are lines and not staircases; never overshoots.</summary>
    Edge = 3,
}
