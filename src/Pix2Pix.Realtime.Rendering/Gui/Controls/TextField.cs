using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The inside of everything that is typed into: turns events into edits and draws text, selection and caret.</summary>
internal sealed class TextField
{
    private readonly TextEditor _editor = new();
    private string _atStart = "";
    private bool _hadFocus;
    private float _scroll;

    /// <summary>Runs the field of this frame.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="id">The control.</param>
    /// <param name="rect">Pixels.</param>
    /// <param name="text">The text; changed as it is typed.</param>
    /// <param name="placeholder">What to say while it is empty.</param>
    /// <param name="isWrong">Whether the text can't be used, and the edge says so.</param>
    /// <param name="isEnabled">Whether it can be typed into.</param>
    /// <param name="did">What the pointer did.</param>
    public Typed Run(Ui ui, ulong id, PixelRect rect, ref string text, string placeholder, bool isWrong, bool isEnabled, out Interaction did)
    {
        did = ui.Interact(id, rect, isEnabled, isTyping: true);
        if (did.IsHovered)
        {
            ui.Cursor = CursorShape.Text;
        }

        var result = did.IsFocused ? Edit(ui, did, rect, ref text) : Leave(text);
        Draw(ui, did, rect, text, placeholder, isWrong, isEnabled);
        return result;
    }

    private Typed Edit(Ui ui, Interaction did, PixelRect rect, ref string text)
    {
        if (_editor.Text != text)
        {
            // What a completion added is typed on from its end.
            _editor.Text = text;
            _editor.MoveTo(text.Length);
        }

        if (!_hadFocus)
        {
            (_hadFocus, _atStart) = (true, text);
            _editor.SelectAll();
        }

        Point(ui, did, rect);
        var isEntered = TextKeys.Apply(ui, _editor, out var isAbandoned);
        if (isAbandoned)
        {
            _editor.Text = _atStart;
        }

        if (isEntered || isAbandoned)
        {
            (_hadFocus, _scroll) = (false, 0);
            ui.Focus.Set(0);
        }

        var isEdited = _editor.Text != text;
        text = _editor.Text;
        return isEntered ? Typed.Entered : isEdited ? Typed.Edited : Typed.Nothing;
    }

    private Typed Leave(string text)
    {
        // A text that something else has changed meanwhile is not what the user typed.
        var isChanged = _hadFocus && _editor.Text != _atStart && text == _editor.Text;
        (_hadFocus, _scroll) = (false, 0);
        return isChanged ? Typed.Entered : Typed.Nothing;
    }

    private void Point(Ui ui, Interaction did, PixelRect rect)
    {
        if (!did.IsPressed && !did.IsHeld)
        {
            return;
        }

        var x = (float)(ui.Input.Pointer.X - rect.X - ui.Px(Theme.TextInset)) + _scroll;
        var index = IndexAt(ui, x);
        switch (did)
        {
            case { IsPressed: true, Clicks: >= 3 }:
                _editor.SelectAll();
                break;
            case { IsPressed: true, Clicks: 2 }:
                _editor.SelectWordAt(index);
                break;
            case { IsPressed: true }:
                _editor.MoveTo(index);
                break;
            case { IsHeld: true } when index != _editor.Caret && ui.Input.HasMoved:
                _editor.MoveTo(index, isSelecting: true);
                break;
        }
    }

    private int IndexAt(Ui ui, float x)
    {
        var index = ui.FittingText(_editor.Text, Math.Max(0, x));
        if (index < _editor.Text.Length)
        {
            var (left, right) = (ui.TextWidth(_editor.Text.AsSpan(0, index)), ui.TextWidth(_editor.Text.AsSpan(0, index + 1)));
            index += x > (left + right) / 2 ? 1 : 0;
        }

        return index;
    }

    /// <summary>Of a path that is too long the end counts.</summary>
    private static void PaintText(Ui ui, PixelRect line, string text, Color color)
    {
        const string ellipsis = "…";
        if (text.AsSpan().IndexOfAny('/', '\\') < 0 || ui.TextWidth(text) <= line.Width)
        {
            ui.Paint.Text(line, text, TextStyle.Body, color);
            return;
        }

        var (room, from) = (line.Width - ui.TextWidth(ellipsis), 1);
        while (from < text.Length && ui.TextWidth(text.AsSpan(from)) > room)
        {
            from++;
        }

        var shown = ui.TextBuffer.AsSpan(0, text.Length - from + 1);
        shown[0] = ellipsis[0];
        text.AsSpan(from).CopyTo(shown[1..]);
        ui.Paint.Text(line, shown, TextStyle.Body, color);
    }

    private void Draw(Ui ui, Interaction did, PixelRect rect, string text, string placeholder, bool isWrong, bool isEnabled)
    {
        ui.PaintWell(rect, did.IsFocused);
        if (isWrong)
        {
            ui.Paint.Edge(rect, Theme.Bad, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
        }

        var inside = rect.Inflate(-ui.Px(Theme.EdgeThickness));
        var line = inside with { X = rect.X + ui.Px(Theme.TextInset), Width = rect.Width - (2 * ui.Px(Theme.TextInset)) };
        if (text.Length == 0)
        {
            ui.Paint.Text(line, placeholder, TextStyle.Body, Theme.TextDim);
        }

        if (!_hadFocus)
        {
            PaintText(ui, line, text, isEnabled ? Theme.Text : Theme.TextDisabled);
            return;
        }

        var caret = ui.TextWidth(text.AsSpan(0, _editor.Caret));
        _scroll = Math.Clamp(_scroll, caret - line.Width + ui.Px(1), Math.Max(caret, 0));
        using (ui.Region(ui.Paint.Layer, inside, inside))
        {
            var x = line.X - (int)_scroll;
            var (from, to) = (ui.TextWidth(text.AsSpan(0, _editor.SelectionStart)), ui.TextWidth(text.AsSpan(0, _editor.SelectionEnd)));
            var high = ui.Px(Theme.LineHeight - 2);
            var middle = rect.Y + ((rect.Height - high) / 2);
            ui.Paint.Fill(new PixelRect(x + (int)from, middle, (int)MathF.Ceiling(to - from), high), Theme.Selection);
            ui.Paint.Text(line with { X = x, Width = (int)ui.TextWidth(text) + ui.Px(Theme.TextInset) }, text, TextStyle.Body, Theme.Text);
            ui.Paint.Fill(new PixelRect(x + (int)caret, middle, Math.Max(1, ui.Px(1)), high), Theme.Accent);
        }
    }
}
