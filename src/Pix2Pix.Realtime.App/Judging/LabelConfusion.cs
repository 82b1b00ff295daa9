namespace Pix2Pix.Realtime.App.Judging;

/// <summary>Counts which classes are taken for which over a set of label maps. One thread.</summary>
internal sealed class LabelConfusion
{
    private readonly long[] _both = new long[256];
    private readonly long[] _true = new long[256];
    private readonly long[] _answered = new long[256];

    /// <summary>
    /// Intersection over union, the mean over the classes that the true maps hold: 1 = all pixels right; null before the first map. A class that is
    /// there and never answered counts 0.
    /// </summary>
    public double? MeanIntersectionOverUnion => Classes.Any()
        ? Classes.Average(id => _both[id] / (double)(_true[id] + _answered[id] - _both[id]))
        : null;

    private IEnumerable<int> Classes => Enumerable.Range(0, _true.Length).Where(id => _true[id] > 0);

    /// <param name="truth">The classes of the map that the picture was made from.</param>
    /// <param name="answer">What was read from the picture; the same size.</param>
    public void Add(ReadOnlySpan<byte> truth, ReadOnlySpan<byte> answer)
    {
        for (var i = 0; i < truth.Length; i++)
        {
            var (expected, found) = (truth[i], answer[i]);
            _true[expected]++;
            _answered[found]++;
            _both[expected] += expected == found ? 1 : 0;
        }
    }
}
