using System.Globalization;

namespace Pix2Pix.Realtime.Styles;

/// <summary>A style as people name it in a word: a style file, or <c>random:SEED</c>.</summary>
internal static class StyleChoice
{
    private const string Random = "random:";

    /// <summary>Sets the style of a generator's next translations.</summary>
    /// <param name="words">A file's path, or <c>random:SEED</c> with a whole number of 0 or more: a style as the training set has them.</param>
    /// <param name="style">The generator's; null = it knows no styles.</param>
    /// <param name="model">What the sentence calls the generator.</param>
    /// <exception cref="UserException">The generator knows no styles, or the words or the file say none.</exception>
    public static void Set(string words, StyleInput? style, string model)
    {
        if (style is null)
        {
            throw new UserException($"Expected a generator with styles, found '{model}' without any; train one with generator.style=described, or leave the style out.");
        }

        style.Set(Read(words, style.Style));
    }

    private static float[] Read(string words, ModelStyle style)
    {
        if (!words.StartsWith(Random, StringComparison.OrdinalIgnoreCase))
        {
            return StyleFile.Load(words, style.Definition);
        }

        if (!ulong.TryParse(words.AsSpan(Random.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            throw new UserException($"Expected a style such as '{Random}7' with a whole number, found '{words}'; correct it.");
        }

        var values = new float[style.Definition.Count];
        style.Distribution.Sample(style.Definition, seed, values);
        return values;
    }
}
