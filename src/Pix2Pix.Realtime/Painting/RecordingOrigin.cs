namespace Pix2Pix.Realtime.Painting;

/// <summary>What the strokes of a stroke recording were painted on.</summary>
public enum RecordingOrigin
{
    /// <summary>What the canvas held when the session began.</summary>
    Beginning,

    /// <summary>Nothing but background.</summary>
    Empty,

    /// <summary>A picture that no stroke known any more has made.</summary>
    Picture,
}
