namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>What a wall is made of.</summary>
public enum WallMaterial
{
    Stucco,
    Plaster,
    Brick,
    Stone,
    Concrete,
    Wood,
    Metal,
    Tiles,
}
