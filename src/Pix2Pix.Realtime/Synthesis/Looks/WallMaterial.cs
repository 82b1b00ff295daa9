namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>What a wall is made of.</summary>
public enum WallMaterial
{
    /// <summary>Smooth render with fine grain.</summary>
    Stucco,

    /// <summary>Render laid on by hand, with trowel marks.</summary>
    Plaster,

    /// <summary>Bricks in courses with mortar joints.</summary>
    Brick,

    /// <summary>Cut blocks of natural stone.</summary>
    Stone,

    /// <summary>Cast concrete.</summary>
    Concrete,

    /// <summary>Boards.</summary>
    Wood,

    /// <summary>Sheet metal.</summary>
    Metal,

    /// <summary>Glazed tiles.</summary>
    Tiles,
}
