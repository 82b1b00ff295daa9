namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>How a picture is drawn larger than it is; the numbers are the shader's.</summary>
public enum UpscaleFilter
{
    /// <summary>Hard-edged pixels.</summary>
    Nearest = 0,

    /// <summary>Linear between the pixels.</summary>
    Smooth = 1,

    /// <summary>Catmull-Rom with sharpening that never overshoots: keeps edges on a big screen.</summary>
    Sharp = 2,
}
