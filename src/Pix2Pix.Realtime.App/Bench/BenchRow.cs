using System.Text.Json.Serialization;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>One figure of the performance table.</summary>
/// <param name="Name">e.g. <c>frame.efficiency</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">Of the value; empty for a ratio.</param>
/// <param name="Target">What is wanted, e.g. <c>&gt;= 0.9</c>; null when the row is there to be read.</param>
internal sealed record BenchRow(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("target")] string? Target)
{
    private const string AtLeast = ">= ";
    private const string AtMost = "<= ";

    public static BenchRow Least(string name, double value, string unit, double target) => new(name, value, unit, FormattableString.Invariant($"{AtLeast}{target}"));

    public static BenchRow Most(string name, double value, string unit, double target) => new(name, value, unit, FormattableString.Invariant($"{AtMost}{target}"));

    /// <summary>Whether the target is met; null when there is none.</summary>
    [JsonIgnore]
    public bool? IsMet => Target switch
    {
        { } target when target.StartsWith(AtLeast, StringComparison.Ordinal) => Value >= Number(target),
        { } target when target.StartsWith(AtMost, StringComparison.Ordinal) => Value <= Number(target),
        _ => null,
    };

    private static double Number(string target) => double.Parse(target.AsSpan(AtLeast.Length), System.Globalization.CultureInfo.InvariantCulture);
}
