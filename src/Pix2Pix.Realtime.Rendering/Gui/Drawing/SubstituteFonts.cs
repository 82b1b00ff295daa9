using System.Text;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Fonts for characters that the panel's own typeface lacks, such as those of a Japanese file name. A character is looked for once. Thread contract: the UI thread.</summary>
internal sealed class SubstituteFonts : IDisposable
{
    private readonly Dictionary<int, SKTypeface?> _faces = [];
    private readonly Dictionary<(nint Face, TextStyle Style), SKFont> _fonts = [];

    /// <summary>The font for the first character.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="own">The panel's font, taken where nothing has the character.</param>
    /// <param name="style">The own font's.</param>
    public SKFont FontOf(ReadOnlySpan<char> text, SKFont own, TextStyle style)
    {
        Rune.DecodeFromUtf16(text, out var character, out _);
        if (!_faces.TryGetValue(character.Value, out var face))
        {
            _faces[character.Value] = face = own.ContainsGlyph(character.Value) ? null : SKFontManager.Default.MatchCharacter(character.Value);
        }

        if (face is null)
        {
            return own;
        }

        if (!_fonts.TryGetValue((face.Handle, style), out var font))
        {
            _fonts[(face.Handle, style)] = font = new SKFont(face, own.Size) { Subpixel = own.Subpixel, Edging = own.Edging, Hinting = own.Hinting };
        }

        return font;
    }

    /// <summary>The scale is another.</summary>
    public void Forget()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        _fonts.Clear();
    }

    public void Dispose()
    {
        Forget();
        foreach (var face in _faces.Values)
        {
            face?.Dispose();
        }

        _faces.Clear();
    }
}
