using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Kit.Drawing;

/// <summary>
/// Draws one line of text. Digits all take the same width, so that a running number doesn't dance; a line that is too long ends with an
/// ellipsis; a character that the panel's typeface lacks comes from one that has it. Thread contract: the UI thread.
/// </summary>
internal sealed class TextDrawer(FontSet fonts)
{
    private const string Ellipsis = "…";

    private float[] _positions = new float[64];

    public void Draw(SKCanvas canvas, in DrawCommand command, ReadOnlySpan<char> text, SKPaint paint)
    {
        var font = fonts.Get(command.Style);
        using var substitute = font.ContainsGlyphs(text) ? null : Substitute(font, text);
        var width = Place(substitute ?? font, command.Style, text);
        if (width > command.Rect.Width + 0.5f)
        {
            text = Shorten(substitute ?? font, text, command.Rect.Width);
            width = Place(substitute ?? font, command.Style, text);
        }

        var x = command.Rect.X + (command.Align switch
        {
            TextAlign.Centre => (command.Rect.Width - width) / 2, TextAlign.Right => command.Rect.Width - width, _ => 0,
        });

        // The middle of a capital letter lies in the middle of the rectangle; whole pixels keep the lines of a list alike.
        var baseline = MathF.Round(command.Rect.Y + ((command.Rect.Height + font.Metrics.CapHeight) / 2));
        using var blob = SKTextBlob.CreateHorizontal(text, substitute ?? font, _positions.AsSpan(0, Glyphs(text)), 0);
        if (blob is not null)
        {
            canvas.DrawText(blob, x, baseline, paint);
        }
    }

    private static int Glyphs(ReadOnlySpan<char> text)
    {
        var surrogates = 0;
        foreach (var character in text)
        {
            surrogates += char.IsLowSurrogate(character) ? 1 : 0;
        }

        return text.Length - surrogates;
    }

    /// <summary>Fills in where each glyph starts.</summary>
    /// <returns>The line's width in pixels.</returns>
    private float Place(SKFont font, TextStyle style, ReadOnlySpan<char> text)
    {
        if (_positions.Length < text.Length)
        {
            _positions = new float[text.Length * 2];
        }

        font.GetGlyphOffsets(text, _positions.AsSpan(0, Glyphs(text)), 0);
        var (glyph, shift) = (0, 0f);
        foreach (var character in text)
        {
            if (!char.IsLowSurrogate(character))
            {
                var space = fonts.DigitSpace(character, style);
                _positions[glyph++] += shift + (space / 2);
                shift += space;
            }
        }

        return font.MeasureText(text) + shift;
    }

    private static string Shorten(SKFont font, ReadOnlySpan<char> text, float width)
    {
        var room = Math.Max(0, width - font.MeasureText(Ellipsis));
        return string.Concat(text[..font.BreakText(text, room)].TrimEnd(), Ellipsis);
    }

    private static SKFont? Substitute(SKFont font, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!font.ContainsGlyph(rune.Value) && SKFontManager.Default.MatchCharacter(rune.Value) is { } face)
            {
                return new SKFont(face, font.Size) { Subpixel = font.Subpixel, Edging = font.Edging, Hinting = font.Hinting };
            }
        }

        return null;
    }
}
