using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>How a picture of another shape enters the model's.</summary>
internal enum SourceFraming
{
    /// <summary>Fills it; what stands out is cut off on both sides.</summary>
    Crop,

    /// <summary>Is whole in it, between black bars.</summary>
    Fit,
}

/// <summary>The processing of a source's frames.</summary>
internal sealed record SourceOptions
{
    /// <summary>The model's input, in pixels.</summary>
    public required PixelSize Size { get; init; }

    public SourceFraming Framing { get; init; }

    /// <summary>Black edges on white paper instead of the picture, for generators that read edges.</summary>
    public bool IsEdges { get; init; }

    /// <summary>How a video file is played.</summary>
    public VideoPlay Play { get; init; } = VideoPlay.Usual;

    /// <summary>The ffmpeg program: a name on the path, or a file.</summary>
    public string Program { get; init; } = "ffmpeg";
}
