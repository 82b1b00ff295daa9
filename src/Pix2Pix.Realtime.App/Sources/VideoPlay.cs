namespace Pix2Pix.Realtime.App.Sources;

/// <summary>How a video file is played.</summary>
/// <param name="Start">Seconds from its beginning.</param>
/// <param name="Speed">Times as fast as it was recorded.</param>
/// <param name="Loops">Whether it begins again at its end.</param>
internal readonly record struct VideoPlay(double Start, double Speed, bool Loops)
{
    public static VideoPlay Usual => new(0, 1, Loops: true);
}
