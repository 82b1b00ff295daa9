using System.Globalization;

namespace Pix2Pix.Realtime.App.Judging;

/// <summary>The overall figure and what it comes from.</summary>
/// <param name="Overall">0 = as photographs are, 1 = as wrong as blurred ones.</param>
/// <param name="Worst">The figure that says so.</param>
internal sealed record Verdict(double Overall, Figure Worst)
{
    /// <summary>To a tenth: less than that between two generators says nothing, and they share a place.</summary>
    public double Rounded => Math.Round(Overall, 1, MidpointRounding.AwayFromZero);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rounded:F1} ({Worst.Name})");
}
