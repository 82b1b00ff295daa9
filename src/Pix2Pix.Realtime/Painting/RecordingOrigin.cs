namespace Pix2Pix.Realtime.Painting;

/// <summary>The canvas that the strokes of a recording were painted on.</summary>
public enum RecordingOrigin
{
    /// <summary>The canvas at the start of the session.</summary>
    Beginning,

    /// <summary>Nothing but background.</summary>
    Empty,

    /// <summary>A picture that no stroke known any more has made.</summary>
    Picture,
}
