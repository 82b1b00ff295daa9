namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The season, as plants show it.</summary>
public enum Season
{
    Spring,
    Summer,
    Autumn,
    Winter,
}
