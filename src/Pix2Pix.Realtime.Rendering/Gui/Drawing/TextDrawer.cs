using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// Draws one line of text. Digits all take the same width, so that a running number doesn't dance; a line that is too long ends with an
/// ellipsis; a character that the panel's typeface lacks comes from one that has it. Text of known words and any digits allocates nothing.
/// Thread contract: the UI thread.
/// </summary>
internal sealed class TextDrawer(FontSet fonts) : IDisposable
{
    private const int MostRuns = 2048;
    private const string Ellipsis = "…";

    private readonly SkiaCache<SKTextBlob> _runs = new(MostRuns);
    private float[] _positions = new float[64];
    private ushort[] _glyphs = new ushort[64];
    private char[] _shortened = new char[64];

    public void Draw(SKCanvas canvas, in DrawCommand command, ReadOnlySpan<char> text, SKPaint paint)
    {
        var font = fonts.Get(command.Style);
        using var substitute = HasAll(font, text) ? null : Substitute(font, text);
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
        if (substitute is null)
        {
            DrawRuns(canvas, command.Style, text, x, baseline, paint);
            return;
        }

        using var blob = SKTextBlob.CreateHorizontal(text, substitute, _positions.AsSpan(0, Glyphs(text)), 0);
        if (blob is not null)
        {
            canvas.DrawText(blob, x, baseline, paint);
        }
    }

    public void Dispose() => _runs.Dispose();

    /// <summary>Digit by digit, and what lies between them in one piece: then a running number is drawn from ten pieces that are there already.</summary>
    private void DrawRuns(SKCanvas canvas, TextStyle style, ReadOnlySpan<char> text, float x, float baseline, SKPaint paint)
    {
        for (var glyph = 0; text.Length > 0;)
        {
            var run = text[..(char.IsAsciiDigit(text[0]) ? 1 : Words(text))];
            var positions = _positions.AsSpan(glyph, Glyphs(run));
            var start = x + positions[0];
            var key = Hash64.Add(Hash64.Add(Hash64.Seed, (float)style, fonts.Get(style).Size), run);
            if ((_runs.TryGet(key, out var known) ? known : _runs.Keep(key, Run(run, fonts.Get(style), positions))) is { } blob)
            {
                canvas.DrawText(blob, start, baseline, paint);
            }

            glyph += positions.Length;
            text = text[run.Length..];
        }
    }

    /// <summary>How many characters come before the first digit.</summary>
    private static int Words(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    private bool HasAll(SKFont font, ReadOnlySpan<char> text)
    {
        if (_glyphs.Length < text.Length)
        {
            _glyphs = new ushort[text.Length * 2];
        }

        var glyphs = _glyphs.AsSpan(0, Glyphs(text));
        font.GetGlyphs(text, glyphs);
        return !glyphs.Contains((ushort)0);
    }

    /// <summary>A piece of text with its first glyph at 0.</summary>
    private static SKTextBlob? Run(ReadOnlySpan<char> text, SKFont font, Span<float> positions)
    {
        var first = positions[0];
        foreach (ref var position in positions)
        {
            position -= first;
        }

        return SKTextBlob.CreateHorizontal(text, font, positions, 0);
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

    private ReadOnlySpan<char> Shorten(SKFont font, ReadOnlySpan<char> text, float width)
    {
        var room = Math.Max(0, width - font.MeasureText(Ellipsis));
        var kept = text[..font.BreakText(text, room)].TrimEnd();
        if (_shortened.Length <= kept.Length)
        {
            _shortened = new char[kept.Length * 2];
        }

        kept.CopyTo(_shortened);
        Ellipsis.CopyTo(_shortened.AsSpan(kept.Length));
        return _shortened.AsSpan(0, kept.Length + Ellipsis.Length);
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
