namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>A change of the style during a recording.</summary>
/// <param name="Time">Seconds from the start of the recording.</param>
/// <param name="Fade">How many seconds the change takes.</param>
/// <param name="Style">The numbers of each colour or value by its name; what it does not name is neutral.</param>
public sealed record TimedStyle(double Time, double Fade, IReadOnlyDictionary<string, float[]> Style);
