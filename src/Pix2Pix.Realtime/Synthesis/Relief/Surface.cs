using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>What one pixel shows before light falls on it.</summary>
/// <param name="Height">How far it stands out of the wall, in units.</param>
/// <param name="Color">The share of light that it throws back, linear.</param>
/// <param name="Gloss">The share of the mirrored surroundings that it shows, 0..1.</param>
/// <param name="Tilt">Where it looks for the surroundings that it mirrors: each pane of glass stands a little differently.</param>
/// <param name="Glow">The light that it sends out, linear.</param>
internal readonly record struct Surface(float Height, Vector3 Color, float Gloss = 0, Vector2 Tilt = default, Vector3 Glow = default);
