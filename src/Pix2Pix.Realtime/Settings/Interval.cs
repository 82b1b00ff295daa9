namespace Pix2Pix.Realtime.Settings;

/// <summary>A span of numbers, both ends belonging to it.</summary>
internal readonly record struct Interval(double Low, double High);
