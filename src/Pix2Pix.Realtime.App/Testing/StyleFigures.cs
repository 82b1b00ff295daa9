
namespace Pix2Pix.Realtime.App.Testing;

/// <summary>How a generator takes its styles.</summary>
/// <param name="Group">The colour that was asked for, as people read it; empty = the style has no colour.</param>
/// <param name="Obedience">ΔE between the colour that was asked and the one that came, the median.</param>
/// <param name="SideEffect">ΔE by which the style's other colours moved when that one alone was asked, the median.</param>
/// <param name="Diversity">Mean absolute difference between the translations of one map in eight styles, 0..1.</param>
/// <param name="PhotographDiversity">The same between eight photographs.</param>
/// <param name="FeatureDiversity">Mean distance of ResNet-18's features between the translations of one map in eight styles.</param>
/// <param name="PhotographFeatureDiversity">The same between eight photographs.</param>
internal sealed record StyleFigures(
    string Group, double? Obedience, double? SideEffect, double Diversity, double PhotographDiversity, double FeatureDiversity, double PhotographFeatureDiversity)
{
    /// <summary>The figures in lines for people.</summary>
    public IEnumerable<string> Lines()
    {
        if (Obedience is { } obedience)
        {
            yield return TestingTexts.Obedience(Group, obedience, SideEffect ?? 0);
        }

        yield return TestingTexts.Diversity(Diversity, Diversity / PhotographDiversity, FeatureDiversity, FeatureDiversity / PhotographFeatureDiversity);
    }
}
