namespace Pix2Pix.Realtime.Settings;

/// <summary>A span of numbers, both ends belonging to it.</summary>
public readonly record struct Span(double Low, double High);
