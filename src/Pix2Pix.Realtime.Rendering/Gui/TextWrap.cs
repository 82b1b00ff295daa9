using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>Breaks text into lines between words.</summary>
internal static class TextWrap
{
    /// <param name="ui">For the width of the text.</param>
    /// <param name="text">Line breaks in it are kept.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="lines">Filled in; text beyond the last one is left out.</param>
    /// <param name="style">What it is drawn in.</param>
    /// <returns>How many lines.</returns>
    public static int Lines(Ui ui, ReadOnlySpan<char> text, float width, Span<Range> lines, TextStyle style = TextStyle.Body)
    {
        var (count, start) = (0, 0);
        while (start < text.Length && count < lines.Length)
        {
            var rest = text[start..];
            var hardEnd = rest.IndexOf('\n');
            var paragraph = hardEnd < 0 ? rest : rest[..hardEnd];
            var fitting = Math.Max(1, ui.FittingText(paragraph, width, style));
            var length = paragraph.Length;
            if (fitting < paragraph.Length)
            {
                // A word that is longer than a line is broken where the line ends.
                var space = paragraph[..(fitting + 1)].LastIndexOf(' ');
                length = space > 0 ? space : fitting;
            }

            lines[count++] = start..(start + length);
            start += length;
            if (start < text.Length && text[start] is ' ' or '\n')
            {
                start++;
            }
        }

        return count;
    }
}
