using Pix2Pix.Realtime.App.Judging;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary>What a test says of one generator.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Judgement">Its figures over all pairs.</param>
/// <param name="Verdict">The overall figure; null = too few pairs, or it is conditioned on more than the map and is not compared with others.</param>
/// <param name="Scores">Every pair's pixel figures, in the pairs' order.</param>
/// <param name="Outputs">Every pair's translation, in the pairs' order.</param>
internal sealed record TestedGenerator(string Name, Judgement Judgement, Verdict? Verdict, IReadOnlyList<PixelScore> Scores, IReadOnlyList<ShownPicture> Outputs)
{
    /// <summary>Whether its input was more than the map: the target's own style, or a random one.</summary>
    public bool IsConditioned { get; init; }

    /// <summary>How it takes its styles; null = it knows none, or the row is of one.</summary>
    public StyleFigures? Styles { get; init; }
}
