using System.Globalization;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>One figure of the judge.</summary>
/// <param name="Key">Its name in the machine-readable output.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Sees">What it sees.</param>
/// <param name="Digits">Behind the decimal point.</param>
/// <param name="Help">What it measures and which way is better, in one or two sentences.</param>
/// <param name="Measure">From the set and the held-out photographs; null = there is nothing to measure.</param>
internal sealed record Figure(string Key, string Name, Sees Sees, int Digits, string Help, Func<JudgedSet, JudgedSet, Estimate?> Measure)
{
    /// <summary>
    /// How wrong a value is: 0 = as photographs are, 1 = plainly wrong; from the value, its floor and that of blurred photographs. Null = the figure
    /// has no part in the overall one.
    /// </summary>
    public Func<double, double, double, double>? Fault { get; init; }

    /// <summary>As tables show it.</summary>
    public string Text(Estimate? estimate) => estimate is not { } found ? "–"
        : found.Low < found.High ? $"{Number(found.Value)} ({Number(found.Low)}..{Number(found.High)})" : Number(found.Value);

    /// <summary>As tables show it: fog, grid, both or neither.</summary>
    public string SeesText => Sees.ToString().ToLowerInvariant();

    private string Number(double value) => value.ToString($"F{Digits}", CultureInfo.InvariantCulture);
}
