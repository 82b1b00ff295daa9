using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Text that is only read.</summary>
internal static class Labels
{
    /// <summary>One line; in a row as high as the controls beside it.</summary>
    public static void Label(this Ui ui, ReadOnlySpan<char> text, Color? color = null, TextAlign align = TextAlign.Left)
    {
        var rect = ui.Next(ui.Layout.IsRow ? Theme.ControlHeight : Theme.LineHeight);
        ui.Paint.Text(rect, text, TextStyle.Body, color ?? Theme.Text, align);
        TipWhenCut(ui, rect, text);
    }

    /// <summary>Text for a control, written without making a string; it holds until the next one is written.</summary>
    public static ReadOnlySpan<char> Text(this Ui ui, [InterpolatedStringHandlerArgument(nameof(ui))] UiText text) => text.Text;

    /// <summary>The title of what follows.</summary>
    public static void Heading(this Ui ui, ReadOnlySpan<char> text) => ui.Paint.Text(ui.Next(Theme.HeadingHeight), text, TextStyle.Heading, Theme.Text);

    /// <summary>A side remark, as many lines as it needs.</summary>
    /// <param name="least">Lines that are kept free in any case, so that a shorter text does not move what stands below.</param>
    public static void Note(this Ui ui, ReadOnlySpan<char> text, Color? color = null, int least = 0)
    {
        Span<Range> lines = stackalloc Range[24];
        var count = TextWrap.Lines(ui, text, ui.Layout.NextWidth, lines);
        var taken = Math.Max(count, least);
        var rect = ui.Next(taken * Theme.LineHeight);
        for (var i = 0; i < count; i++)
        {
            var line = rect with { Y = rect.Y + (i * rect.Height / taken), Height = rect.Height / taken };
            ui.Paint.Text(line, text[lines[i]], TextStyle.Body, color ?? Theme.TextDim);
        }
    }

    /// <summary>A name and its value, as the other controls have them. With an interpolated string nothing is allocated.</summary>
    public static void Value(this Ui ui, string label, [InterpolatedStringHandlerArgument(nameof(ui))] ref UiText text) => Value(ui, label, text.Text);

    /// <summary>A name and its value, as the other controls have them; text wraps to the next line; a single long word is ellipsised.</summary>
    public static void Value(this Ui ui, string label, ReadOnlySpan<char> text)
    {
        Span<Range> lines = stackalloc Range[2];
        var width = ui.Layout.NextWidth;
        var count = Math.Max(1, text.Contains(' ') ? TextWrap.Lines(ui, text, width - (int)(width * Theme.LabelShare), lines) : 0);
        var rect = ControlParts.Labelled(ui, label, Theme.LineHeight, isEnabled: true);
        if (count == 1)
        {
            ui.Paint.Text(rect, text, TextStyle.Body, Theme.Text);
            TipWhenCut(ui, rect, text);
            return;
        }

        ui.Paint.Text(rect, text[lines[0]], TextStyle.Body, Theme.Text);
        rect = ControlParts.Labelled(ui, " ", Theme.LineHeight, isEnabled: true);
        var rest = text[lines[1].Start..];
        ui.Paint.Text(rect, rest, TextStyle.Body, Theme.Text);
        TipWhenCut(ui, rect, rest);
    }

    /// <summary>A name and a value that always takes as many lines, so that nothing below it moves when it changes.</summary>
    public static void Lines(this Ui ui, string label, ReadOnlySpan<char> text, int lines)
    {
        Span<Range> ranges = stackalloc Range[8];
        var rect = ControlParts.Labelled(ui, label, Theme.LineHeight * lines, isEnabled: true, labelHeight: Theme.LineHeight);
        var count = TextWrap.Lines(ui, text, rect.Width, ranges[..Math.Min(lines, ranges.Length)]);
        for (var i = 0; i < count; i++)
        {
            ui.Paint.Text(rect with { Y = rect.Y + (i * rect.Height / lines), Height = rect.Height / lines }, text[ranges[i]], TextStyle.Body, Theme.Text);
        }
    }

    /// <summary>Shows clipped text in a tooltip.</summary>
    private static void TipWhenCut(Ui ui, PixelRect rect, ReadOnlySpan<char> text)
    {
        if (ui.TextWidth(text) > rect.Width + 1 && ui.Interact(ui.Id(text), rect, isFocusable: false).IsHovered)
        {
            ui.Tooltips.Offer(ui, text, Shortcut.None);
        }
    }
}
