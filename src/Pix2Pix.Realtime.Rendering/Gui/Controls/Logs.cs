using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Lines that come by themselves.</summary>
internal static class Logs
{
    private const float RowHeight = 16;
    private const int MostRowsOfLine = 16;

    /// <summary>
    /// Wrapped lines that scroll and follow the newest one, unless the user has scrolled up. Dragging chooses lines; Ctrl+C copies those, or all.
    /// </summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="height">Points.</param>
    public static void Log(this Ui ui, string name, LogLines lines, float height)
    {
        var rect = ui.Next(height);
        ui.PaintWell(rect);
        var view = rect.Inflate(-ui.Px(Theme.RowGap));
        var (id, row) = (ui.Id(name), ui.Px(RowHeight));
        var (state, scroll) = (ui.State<LogState>(id), ui.State<ScrollState>(Hash64.Add(id, 1UL)));
        var text = view with { Width = view.Width - ui.Px(Theme.ScrollBarWidth + 4) };
        var wasAtEnd = scroll.Offset >= scroll.ContentHeight - view.Height;
        if (state.Wrap(ui, lines, text.Width) && wasAtEnd)
        {
            scroll.ContentHeight = state.Rows.Count * row;
            scroll.Offset = Math.Max(0, scroll.ContentHeight - view.Height);
        }

        Interaction did;
        using (ui.Scope(name))
        using (new ScrollScope(ui, Hash64.Add(id, 1UL), view, view))
        {
            did = ui.Interact(id, text);
            Choose(ui, did, state, (int)Math.Floor((ui.Input.Pointer.Y - view.Y + scroll.Offset) / row));
            if (did.IsFocused && lines.Count > 0 && ui.Input.TakeKey(Shortcut.Ctrl(Key.C)))
            {
                var (from, to) = state.Chosen(lines.Count);
                ui.Clipboard.Text = lines.Text(from, to);
            }

            var last = Math.Min(state.Rows.Count, ((scroll.Offset + view.Height) / row) + 1);
            for (var i = scroll.Offset / row; i < last; i++)
            {
                var place = text with { Y = view.Y - scroll.Offset + (i * row), Height = row };
                var (line, part) = state.Rows[i];
                if (did.IsFocused && state.IsChosen(line))
                {
                    ui.Paint.Fill(place, Theme.Selection);
                }

                ui.Paint.Text(place, lines[line].AsSpan()[part], TextStyle.Small, Theme.TextDim);
            }

            ui.Layout.Skip((state.Rows.Count * row) + ui.Px(Theme.RowGap));
        }

        ui.PaintFocus(did, view);
        ui.Tip(did, "Drag to select lines; Ctrl+C copies them, or all");
    }

    private static void Choose(Ui ui, Interaction did, LogState state, int row)
    {
        if (state.Rows.Count == 0 || (!did.IsPressed && !did.IsHeld))
        {
            return;
        }

        var line = state.Rows[Math.Clamp(row, 0, state.Rows.Count - 1)].Line;
        state.To = line;
        state.From = did.IsPressed ? line : state.From;
    }

    /// <summary>The lines as rows of the width that they were last shown in.</summary>
    private sealed class LogState
    {
        private long _version = -1;
        private (int Width, float Scale) _shape;

        public List<(int Line, Range Part)> Rows { get; } = [];

        /// <summary>Where the user began to drag; -1 = nowhere.</summary>
        public int From { get; set; } = -1;

        public int To { get; set; } = -1;

        public bool IsChosen(int line) => From >= 0 && line >= Math.Min(From, To) && line <= Math.Max(From, To);

        /// <summary>The chosen lines; all, where none is chosen.</summary>
        public (int From, int To) Chosen(int count) => From < 0 ? (0, count - 1) : (Math.Min(Math.Min(From, To), count - 1), Math.Min(Math.Max(From, To), count - 1));

        /// <returns>Whether the rows are others now.</returns>
        public bool Wrap(Ui ui, LogLines lines, int width)
        {
            if (_version == lines.Version && _shape == (width, ui.Scale))
            {
                return false;
            }

            (_version, _shape) = (lines.Version, (width, ui.Scale));
            Rows.Clear();
            Span<Range> parts = stackalloc Range[MostRowsOfLine];
            for (var line = 0; line < lines.Count; line++)
            {
                foreach (var part in parts[..TextWrap.Lines(ui, lines[line], width, parts, TextStyle.Small)])
                {
                    Rows.Add((line, part));
                }
            }

            return true;
        }
    }
}
