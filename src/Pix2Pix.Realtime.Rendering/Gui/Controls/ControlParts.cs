using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Common parts of controls; also for a program's own controls.</summary>
internal static class ControlParts
{
    /// <summary>Draws a control's name at the left of the next place; in a column, one that is too long for that gets a line of its own above the control.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">What is before <c>##</c> is shown; empty = the control takes the whole width.</param>
    /// <param name="height">Points.</param>
    /// <param name="isEnabled">Whether it can be used.</param>
    /// <param name="labelHeight">Points: of the name's line, at the top; 0 = in the middle.</param>
    /// <returns>The control's own rectangle, in pixels.</returns>
    public static PixelRect Labelled(this Ui ui, string label, float height, bool isEnabled, float labelHeight = 0)
    {
        var shown = Shown(label);
        if (shown.IsEmpty)
        {
            return ui.Next(height);
        }

        var color = isEnabled ? Theme.TextDim : Theme.TextDisabled;
        var share = (int)(ui.Layout.NextWidth * Theme.LabelShare);
        var room = share - ui.Px(Theme.ColumnGap);
        if (!ui.Layout.IsRow && ui.TextWidth(shown) > room + 1)
        {
            ui.Paint.Text(ui.Next(Theme.LineHeight), shown, TextStyle.Body, color);
            return ui.Next(height);
        }

        var rect = ui.Next(height);
        ui.Paint.Text(rect with { Width = room, Height = labelHeight > 0 ? ui.Px(labelHeight) : rect.Height }, shown, TextStyle.Body, color);
        return rect with { X = rect.X + share, Width = rect.Width - share };
    }

    /// <summary>The part of a name that is shown; the rest only tells it from others of the same wording.</summary>
    public static ReadOnlySpan<char> Shown(ReadOnlySpan<char> label) => label.IndexOf("##") is var mark && mark >= 0 ? label[..mark] : label;

    /// <summary>
    /// Whether a control was pressed: clicked, by its key, or by Enter or Space when Tab brought the keyboard to it. After a mere click those
    /// two keys stay the program's: a user who pressed Undo and then holds Space to pan doesn't mean Undo.
    /// </summary>
    public static bool IsPressed(this Ui ui, Interaction did, Shortcut key, bool isEnabled)
    {
        if (!isEnabled)
        {
            return false;
        }

        var isByKey = !(ui.Focus.IsTyping && key.IsTyping) && ui.Paint.Layer >= ui.LowestLayer && ui.Input.TakeKey(key);
        var isByFocus = did.IsFocused && ui.Focus.IsShown && (ui.Input.TakeKey(Key.Enter) || ui.Input.TakeKey(Key.KeypadEnter) || ui.Input.TakeKey(Key.Space));
        return did.IsClicked || isByKey || isByFocus;
    }

    /// <summary>Shows what the control declared last is for, once the pointer has rested on it.</summary>
    public static void Tip(this Ui ui, Interaction did, string? tooltip, Shortcut key = default)
    {
        if (did.IsHovered && tooltip is { Length: > 0 })
        {
            ui.Tooltips.Offer(ui, tooltip, key);
        }
    }

    /// <summary>A control's background: what can be pressed looks so, and answers pointer and press.</summary>
    public static void PaintFace(this Ui ui, PixelRect rect, Interaction did, bool isEnabled, bool isAccent = false)
    {
        var color = (isAccent, did.IsHeld, did.IsHovered) switch
        {
            _ when !isEnabled => Theme.ControlDisabled,
            (true, true, _) => Theme.AccentHeld,
            (true, _, true) => Theme.AccentHover,
            (true, _, _) => Theme.Accent,
            (_, true, _) => Theme.ControlHeld,
            (_, _, true) => Theme.ControlHover,
            _ => Theme.Control,
        };
        ui.Paint.Fill(rect, color, Theme.CornerRadius * ui.Scale);
        if (isEnabled && !isAccent)
        {
            ui.Paint.Edge(rect, Theme.ControlEdge, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
        }
    }

    /// <summary>The background of a place for text or choice.</summary>
    public static void PaintWell(this Ui ui, PixelRect rect, bool isFocused = false)
    {
        ui.Paint.Fill(rect, Theme.Well, Theme.CornerRadius * ui.Scale);
        ui.Paint.Edge(rect, isFocused ? Theme.Accent : Theme.WellEdge, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
    }
}
