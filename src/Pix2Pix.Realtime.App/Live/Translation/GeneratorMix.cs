namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>How two generators are shown: one cross-faded into the other, or both beside each other.</summary>
/// <param name="Fade">0 = the first alone, 1 = the second alone.</param>
/// <param name="IsBeside">Both whole, whatever the fade says.</param>
internal sealed record GeneratorMix(float Fade, bool IsBeside)
{
    /// <summary>The first alone.</summary>
    public static GeneratorMix First { get; } = new(0, IsBeside: false);
}
