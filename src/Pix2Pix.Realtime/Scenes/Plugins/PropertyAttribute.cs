namespace Pix2Pix.Realtime.Scenes.Plugins;

/// <summary>
/// Declares a public C# property that scene files may set, under its name in snake_case: <c>TurnsPerSecond</c> is <c>turns_per_second</c>. Its type is
/// <c>bool</c>, <c>int</c>, <c>double</c>, <c>string</c> or an enum; the value of a new component is the default.
/// </summary>
/// <param name="help">What it does, in one line for a user.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PropertyAttribute(string help) : Attribute
{
    /// <summary>What it does, in one line for a user.</summary>
    public string Help => help;

    /// <summary>The smallest number that is accepted.</summary>
    public double Minimum { get; init; } = int.MinValue;

    /// <summary>The largest number that is accepted.</summary>
    public double Maximum { get; init; } = int.MaxValue;

    /// <summary>The number's unit, such as <c>pixels</c>.</summary>
    public string Unit { get; init; } = "";
}
