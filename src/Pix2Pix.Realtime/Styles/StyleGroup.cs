namespace Pix2Pix.Realtime.Styles;

/// <summary>A part of a style that is set as one: a colour or a single number. Immutable.</summary>
/// <param name="Name">Unique in its definition; lower-case words joined by <c>-</c>, e.g. <c>wall</c>.</param>
/// <param name="Label">What people read.</param>
/// <param name="Quantity">What is measured.</param>
/// <param name="Regions">The names of the regions of which it is measured, all together; empty = the whole picture.</param>
/// <param name="Neutral">Its value where nobody asks for another: <see cref="Count"/> numbers within the range.</param>
public sealed record StyleGroup(string Name, string Label, StyleQuantity Quantity, IReadOnlyList<string> Regions, IReadOnlyList<float> Neutral)
{
    /// <summary>Whether it is known of rendered facades alone: <see cref="RenderedFigures"/>. A photograph says nothing of it.</summary>
    public bool IsRendered => Quantity is StyleQuantity.Hour or StyleQuantity.Sun or StyleQuantity.Age or StyleQuantity.Brick or StyleQuantity.Snow;

    /// <summary>Whether it is a colour: three numbers, red, green and blue.</summary>
    public bool IsColor => Quantity == StyleQuantity.Color;

    /// <summary>How many of the style's numbers are its: 3 of a colour (red, green, blue), else 1.</summary>
    public int Count => CountOf(Quantity);

    /// <summary>The least value of each of its numbers.</summary>
    public float Min => RangeOf(Quantity).Min;

    /// <summary>The greatest value of each of its numbers.</summary>
    public float Max => RangeOf(Quantity).Max;

    /// <summary>How many numbers a quantity has.</summary>
    public static int CountOf(StyleQuantity quantity) => quantity == StyleQuantity.Color ? 3 : 1;

    private static (float Min, float Max) RangeOf(StyleQuantity quantity) => quantity switch
    {
        StyleQuantity.Contrast => (0f, 0.5f),
        StyleQuantity.Warmth => (-0.5f, 0.5f),
        StyleQuantity.Hour => (6f, 22f),
        _ => (0f, 1f),
    };
}
