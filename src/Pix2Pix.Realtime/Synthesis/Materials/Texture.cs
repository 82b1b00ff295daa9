using System.Numerics;

namespace Pix2Pix.Realtime.Synthesis.Materials;

/// <summary>A material at one place.</summary>
/// <param name="Color">Linear.</param>
/// <param name="Bump">How far it stands out of its plane, in units.</param>
/// <param name="Gloss">The share of the mirrored surroundings that it shows.</param>
internal readonly record struct Texture(Vector3 Color, float Bump, float Gloss = 0);
