using System.Text.Json.Serialization;
using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>One figure of the performance table.</summary>
/// <param name="Name">e.g. <c>frame.efficiency</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">Of the value; empty for a ratio.</param>
/// <param name="Target">What is wanted, e.g. <c>&gt;= 0.9</c>; null when the row is there to be read.</param>
/// <param name="Spread">How far the middle half of the samples reaches, in the same unit; null where the value is no median of samples.</param>
internal sealed record BenchRow(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("target")] string? Target,
    [property: JsonPropertyName("spread"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Spread = null)
{
    private const string AtLeast = ">= ";
    private const string AtMost = "<= ";

    public static BenchRow Least(string name, double value, string unit, double target) => new(name, value, unit, FormattableString.Invariant($"{AtLeast}{target}"));

    public static BenchRow Most(string name, double value, string unit, double target) => new(name, value, unit, FormattableString.Invariant($"{AtMost}{target}"));

    /// <summary>The median of some samples.</summary>
    public static BenchRow Of(string name, Measurements samples, string unit) => new(name, samples.Median, unit, null, samples.Spread);

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
