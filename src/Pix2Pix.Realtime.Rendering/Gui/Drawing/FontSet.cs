using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>The panel's fonts at one scale, and how wide text is in them. Thread contract: the UI thread.</summary>
internal sealed class FontSet : IDisposable
{
    /// <summary>Points; sizes are made equal by the height of an x, so that a change of typeface doesn't change the look.</summary>
    private const float WantedXHeight = 0.545f;

    /// <summary>Every typeface that the panel may have reaches so far.</summary>
    private const char LastLatin = '\u017f';

    private readonly SubstituteFonts _substitutes = new();
    private readonly SKTypeface _regular;
    private readonly SKTypeface _bold;
    private readonly SKFont[] _fonts = new SKFont[Enum.GetValues<TextStyle>().Length];
    private readonly float[][] _digits = [.. Enum.GetValues<TextStyle>().Select(_ => new float[10])];
    private float _scale;

    /// <param name="regular">Owned from here on.</param>
    /// <param name="bold">Owned from here on; may be the same.</param>
    public FontSet(SKTypeface regular, SKTypeface bold)
    {
        (_regular, _bold) = (regular, bold);
        SetScale(1);
    }

    /// <summary>The best installed typeface: Inter where there is one.</summary>
    /// <exception cref="UserException">There is no font at all.</exception>
    public static FontSet Installed()
    {
        var (regular, bold) = FontFinder.Find();
        return new FontSet(regular, bold);
    }

    /// <param name="scale">Pixels for one point.</param>
    public void SetScale(float scale)
    {
        if (_scale == scale)
        {
            return;
        }

        _scale = scale;
        _substitutes.Forget();
        for (var i = 0; i < _fonts.Length; i++)
        {
            _fonts[i]?.Dispose();
            _fonts[i] = Make((TextStyle)i);
            for (var digit = 0; digit < 10; digit++)
            {
                _digits[i][digit] = _fonts[i].MeasureText([(char)('0' + digit)]);
            }
        }
    }

    /// <summary>Pixels from the text's start to its end.</summary>
    public float Width(ReadOnlySpan<char> text, TextStyle style)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var isPlain = IsPlain(text);
        var width = isPlain ? Get(style).MeasureText(text) : 0;
        foreach (var character in text)
        {
            width += DigitSpace(character, style);
        }

        while (!isPlain && !text.IsEmpty)
        {
            var font = FontOf(text, style, out var length);
            width += font.MeasureText(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>How many characters from the start fit.</summary>
    /// <param name="text">One line.</param>
    /// <param name="style">Its kind.</param>
    /// <param name="width">Pixels.</param>
    public int Fitting(ReadOnlySpan<char> text, TextStyle style, float width)
    {
        if (IsPlain(text))
        {
            return text.IsEmpty ? 0 : Get(style).BreakText(text, width);
        }

        var fitting = 0;
        while (!text.IsEmpty)
        {
            var font = FontOf(text, style, out var length);
            var run = text[..length];
            var fits = font.BreakText(run, width);
            fitting += fits;
            if (fits < length)
            {
                break;
            }

            width -= font.MeasureText(run);
            text = text[length..];
        }

        return fitting;
    }

    public void Dispose()
    {
        foreach (var font in _fonts)
        {
            font.Dispose();
        }

        _substitutes.Dispose();
        _regular.Dispose();
        _bold.Dispose();
    }

    /// <summary>Pixels to add around a digit so that all digits are as wide as the zero; 0 for other characters.</summary>
    internal float DigitSpace(char character, TextStyle style) =>
        char.IsAsciiDigit(character) ? _digits[(int)style][0] - _digits[(int)style][character - '0'] : 0;

    internal SKFont Get(TextStyle style) => _fonts[(int)style];

    /// <summary>The font of the text's beginning, and how many characters have it: what the panel's typeface lacks comes from one that has it, if any is installed.</summary>
    internal SKFont FontOf(ReadOnlySpan<char> text, TextStyle style, out int length)
    {
        var font = Get(style);
        if (IsPlain(text))
        {
            length = text.Length;
            return font;
        }

        var first = _substitutes.FontOf(text, font, style);
        length = 0;
        while (length < text.Length && _substitutes.FontOf(text[length..], font, style) == first)
        {
            length += char.IsHighSurrogate(text[length]) && length + 1 < text.Length ? 2 : 1;
        }

        return first;
    }

    /// <summary>
    /// Whether the panel's typeface has every character for sure. A loop, because the span's own search boxes its bounds until it is compiled with optimisation, and a
    /// frame allocates nothing.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character > LastLatin)
            {
                return false;
            }
        }

        return true;
    }

    private SKFont Make(TextStyle style)
    {
        var size = style switch { TextStyle.Small => Theme.SmallTextSize, TextStyle.Heading => Theme.HeadingSize, _ => Theme.TextSize };
        var font = new SKFont(style == TextStyle.Heading ? _bold : _regular, size * _scale)
        {
            Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, LinearMetrics = true,
        };
        var xHeight = Math.Abs(font.Metrics.XHeight) / font.Size;
        if (xHeight > WantedXHeight)
        {
            font.Size *= WantedXHeight / xHeight;
        }

        return font;
    }
}
