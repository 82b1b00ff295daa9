namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The season, as plants show it.</summary>
public enum Season
{
    /// <summary>Light green leaves, flowers on sills.</summary>
    Spring,

    /// <summary>Dark green leaves, flowers on sills.</summary>
    Summer,

    /// <summary>Red and yellow leaves, some on the ground.</summary>
    Autumn,

    /// <summary>Bare branches.</summary>
    Winter,
}
