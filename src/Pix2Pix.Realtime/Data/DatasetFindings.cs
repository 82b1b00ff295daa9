using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Data;

/// <summary>The result of <see cref="DatasetCheck"/>.</summary>
/// <param name="Readable">Pairs that can be trained on.</param>
/// <param name="Sizes">The target's sizes, the most frequent first, and how many pairs have each.</param>
/// <param name="Problems">What is left out: files without a partner or that can't be read, one sentence each.</param>
/// <param name="Remarks">What works but should be known, one sentence each.</param>
/// <param name="Unreadable">The pairs that can't be read.</param>
internal sealed record DatasetFindings(
    int Readable, IReadOnlyList<(PixelSize Size, int Pairs)> Sizes, IReadOnlyList<string> Problems, IReadOnlyList<string> Remarks, IReadOnlySet<PairFiles> Unreadable)
{
    /// <summary>Those of some pairs that can be read.</summary>
    public IReadOnlyList<PairFiles> Good(IEnumerable<PairFiles> pairs) => [.. pairs.Where(pair => !Unreadable.Contains(pair))];
}
