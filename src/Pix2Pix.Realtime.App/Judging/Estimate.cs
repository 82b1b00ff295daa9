namespace Pix2Pix.Realtime.App.Judging;

/// <summary>A figure and its 95% bootstrap interval: where it would lie for other pictures of the same kind.</summary>
internal readonly record struct Estimate(double Value, double Low, double High);
