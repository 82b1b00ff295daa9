using System.Globalization;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>A part of the screen, in pixels from its top left corner.</summary>
internal readonly partial record struct ScreenRegion(PixelRect Area)
{
    /// <summary>Reads <c>WxH</c> or <c>WxH+X+Y</c>; null for an empty text, the whole screen.</summary>
    /// <exception cref="UserException">The text is no region.</exception>
    public static ScreenRegion? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var match = Pattern().Match(text);
        int Number(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return match.Success && Number(1) > 0 && Number(2) > 0
            ? new ScreenRegion(new PixelRect(Number(3), Number(4), Number(1), Number(2)))
            : throw new UserException(SourcesTexts.ScreenRegion(text));
    }

    public override string ToString() => $"{Area.Width}x{Area.Height}+{Area.X}+{Area.Y}";

    [GeneratedRegex(@"^(\d{1,5})x(\d{1,5})(?:\+(\d{1,5})\+(\d{1,5}))?$")]
    private static partial Regex Pattern();
}
