using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>A <see cref="Surface"/> without its height, which the light needs in an array of its own.</summary>
internal readonly record struct Finish(Vector3 Color, float Gloss, Vector2 Tilt, Vector3 Glow);
