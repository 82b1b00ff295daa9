using System.Globalization;

namespace Pix2Pix.Realtime.Onnx.Foreign;

/// <summary>The spelling of a model's size in options and scenes.</summary>
internal static class ModelSize
{
    private const string Automatic = "auto";
    private const int MostSide = 8192;

    /// <summary><c>WIDTHxHEIGHT</c> in pixels; null for <c>auto</c>.</summary>
    /// <exception cref="UserException">The text is neither.</exception>
    public static (int Width, int Height)? Parse(string text)
    {
        if (text.Equals(Automatic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return text.Split('x', 'X') is [var left, var right]
            && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && width is > 0 and <= MostSide && height is > 0 and <= MostSide
                ? (width, height)
                : throw new UserException($"Expected a model's size as WIDTHxHEIGHT of 1..{MostSide} pixels, such as 256x256, or {Automatic}, found '{text}'; write one of these.");
    }
}
