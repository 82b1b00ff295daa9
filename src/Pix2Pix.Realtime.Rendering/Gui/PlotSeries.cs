namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>One curve: values over a growing number, such as the training step. Thread contract: the UI thread.</summary>
/// <param name="name">What it is called in the legend; unique in its plot.</param>
internal sealed class PlotSeries(string name)
{
    private double[] _x = new double[256];
    private double[] _y = new double[256];

    public string Name { get; } = name;

    /// <summary>What it means, in a sentence; empty = its name says it.</summary>
    public string Help { get; init; } = "";

    /// <summary>How many points there are.</summary>
    public int Count { get; private set; }

    /// <summary>Where the points are; never falling.</summary>
    public ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    /// <summary>The values; one that isn't finite parts the curve.</summary>
    public ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    /// <param name="x">Not less than the last one's.</param>
    /// <param name="y">Its value there.</param>
    public void Add(double x, double y)
    {
        if (Count > 0 && x < _x[Count - 1])
        {
            throw new ArgumentOutOfRangeException(nameof(x), $"Points come in order: the last was at {_x[Count - 1]}, this one is at {x}.");
        }

        if (Count == _x.Length)
        {
            Array.Resize(ref _x, Count * 2);
            Array.Resize(ref _y, Count * 2);
        }

        (_x[Count], _y[Count]) = (x, y);
        Count++;
    }

    /// <summary>The index of the point nearest to <paramref name="x"/>; -1 when there is none.</summary>
    public int Nearest(double x)
    {
        var after = X.BinarySearch(x);
        after = after >= 0 ? after : ~after;
        return after >= Count ? Count - 1 : after > 0 && x - _x[after - 1] < _x[after] - x ? after - 1 : after;
    }
}
