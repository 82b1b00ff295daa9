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
    private char[] _shortened = new char[64];

    public void Draw(SKCanvas canvas, in DrawCommand command, ReadOnlySpan<char> text, SKPaint paint)
    {
        var style = command.Style;
        var width = fonts.Width(text, style);
        if (width > command.Rect.Width + 0.5f)
        {
            text = Shorten(style, text, command.Rect.Width);
            width = fonts.Width(text, style);
        }

        var x = command.Rect.X + (command.Align switch
        {
            TextAlign.Centre => (command.Rect.Width - width) / 2, TextAlign.Right => command.Rect.Width - width, _ => 0,
        });

        // The middle of a capital letter lies in the middle of the rectangle; whole pixels keep the lines of a list alike.
        var baseline = MathF.Round(command.Rect.Y + ((command.Rect.Height + fonts.Get(style).Metrics.CapHeight) / 2));
        while (!text.IsEmpty)
        {
            var font = fonts.FontOf(text, style, out var length);
            var run = text[..length];
            var advance = Place(font, style, run);
            DrawRuns(canvas, font, style, run, x, baseline, paint);
            x += advance;
            text = text[length..];
        }
    }

    public void Dispose() => _runs.Dispose();

    /// <summary>Digit by digit, and what lies between them in one piece: then a running number is drawn from ten pieces that are there already.</summary>
    private void DrawRuns(SKCanvas canvas, SKFont font, TextStyle style, ReadOnlySpan<char> text, float x, float baseline, SKPaint paint)
    {
        for (var glyph = 0; text.Length > 0;)
        {
            var run = text[..(char.IsAsciiDigit(text[0]) ? 1 : Words(text))];
            var positions = _positions.AsSpan(glyph, Glyphs(run));
            var start = x + positions[0];
            var key = Hash64.Add(Hash64.Add(Hash64.Add(Hash64.Seed, (float)style, font.Size), (ulong)font.Handle), run);
            if ((_runs.TryGet(key, out var known) ? known : _runs.Keep(key, Run(run, font, positions))) is { } blob)
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

    private ReadOnlySpan<char> Shorten(TextStyle style, ReadOnlySpan<char> text, float width)
    {
        var room = Math.Max(0, width - fonts.Width(Ellipsis, style));
        var kept = text[..fonts.Fitting(text, style, room)].TrimEnd();
        if (_shortened.Length <= kept.Length)
        {
            _shortened = new char[kept.Length * 2];
        }

        kept.CopyTo(_shortened);
        Ellipsis.CopyTo(_shortened.AsSpan(kept.Length));
        return _shortened.AsSpan(0, kept.Length + Ellipsis.Length);
    }
}
