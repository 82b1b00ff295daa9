namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>The value ranges of a model's input and output; null = inferred from the graph, else -1..1. Immutable.</summary>
/// <param name="Input">Of the picture that goes in.</param>
/// <param name="Output">Of the picture that comes out.</param>
public sealed record ModelRange(PixelScale? Input, PixelScale? Output)
{
    private const string Automatic = "auto";

    /// <summary>Both are guessed.</summary>
    public static ModelRange Auto { get; } = new(null, null);

    /// <summary>One scale for input and output, as <see cref="PixelScale.Parse"/> reads it, or two as <c>IN:OUT</c>; <c>auto</c> in the place of each.</summary>
    /// <exception cref="UserException">The text is none.</exception>
    public static ModelRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') is [var input, var output] ? new ModelRange(Scale(input), Scale(output)) : new ModelRange(Scale(text), Scale(text));
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Equals(Input, Output) ? $"{Input?.ToString() ?? Automatic}" : $"{Input?.ToString() ?? Automatic}:{Output?.ToString() ?? Automatic}";

    private static PixelScale? Scale(string text) => text.Length == 0 || text.Equals(Automatic, StringComparison.OrdinalIgnoreCase) ? null : PixelScale.Parse(text);
}
