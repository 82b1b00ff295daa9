using System.Numerics;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>A flat picture in space, seen from the side where <paramref name="Right"/> runs to the right and <paramref name="Down"/> down.</summary>
/// <param name="Corner">Where the picture's top left corner is.</param>
/// <param name="Right">From there to its top right corner.</param>
/// <param name="Down">From there to its bottom left corner.</param>
public readonly record struct Wall(Vector3 Corner, Vector3 Right, Vector3 Down)
{
    /// <summary>Where its centre is.</summary>
    public Vector3 Middle => Corner + ((Right + Down) / 2);

    /// <summary>The wall moved and turned.</summary>
    public Wall Transform(in Matrix4x4 by) => new(Vector3.Transform(Corner, by), Vector3.TransformNormal(Right, by), Vector3.TransformNormal(Down, by));
}
