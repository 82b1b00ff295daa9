namespace Pix2Pix.Realtime.Painting;

/// <summary>A stroke and the time at which it is painted.</summary>
/// <param name="Time">Seconds from the start of the recording to the first point.</param>
/// <param name="Duration">Seconds from the first point to the last; the points follow each other evenly. 0 = all at once.</param>
/// <param name="Stroke">What is painted.</param>
public sealed record TimedStroke(double Time, double Duration, Stroke Stroke);
