using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>The rows of lists and drop-downs: as many as one likes, only those in view are drawn.</summary>
internal static class ListRows
{
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope.</param>
    /// <param name="view">Pixels.</param>
    /// <param name="items">One text a row.</param>
    /// <param name="icons">One a row, or null.</param>
    /// <param name="chosen">Index of the chosen row; -1 = none.</param>
    /// <param name="isFocusable">Whether arrow keys and Enter are its.</param>
    public static ListAction Run(Ui ui, string name, PixelRect view, IReadOnlyList<string> items, IReadOnlyList<Icon>? icons, ref int chosen, bool isFocusable)
    {
        var id = ui.Id(name);
        var row = ui.Px(Theme.ListRowHeight);
        var scroll = ui.State<ScrollState>(Hash64.Add(id, 1UL));
        var before = chosen;
        var action = ListAction.Nothing;
        Interaction did;
        using (ui.Scope(name))
        using (new ScrollScope(ui, Hash64.Add(id, 1UL), view, view))
        {
            var first = scroll.Offset / row;
            var last = Math.Min(items.Count, ((scroll.Offset + view.Height) / row) + 1);
            var bar = items.Count * row > view.Height ? ui.Px(Theme.ScrollBarWidth + 4) : 0;
            did = ui.Interact(id, view with { Width = view.Width - bar }, isFocusable: isFocusable);
            var under = (int)Math.Floor((ui.Input.Pointer.Y - view.Y + scroll.Offset) / row);
            if (did.IsPressed && under >= 0 && under < items.Count)
            {
                chosen = under;
                action = did.Clicks == 2 && isFocusable ? ListAction.Opened : ListAction.Nothing;
            }

            action = did.IsClicked && under == chosen && !isFocusable ? ListAction.Chosen : action;
            if (did.IsFocused && items.Count > 0)
            {
                chosen = Keys(ui, chosen, items.Count, Math.Max(1, view.Height / row));
                action = chosen >= 0 && ui.Input.TakeKey(Key.Enter) ? ListAction.Opened : action;
            }

            for (var i = first; i < last; i++)
            {
                var rect = new PixelRect(view.X, view.Y - scroll.Offset + (i * row), view.Width - bar, row);
                DrawRow(ui, rect, items[i], icons?[i], i == chosen, did.IsHovered && i == under);
            }

            ui.Layout.Skip((items.Count * row) + ui.Px(Theme.RowGap));
        }

        ui.PaintFocus(did, view);

        if (chosen != before && chosen >= 0)
        {
            scroll.Reveal(chosen * row, row, view.Height);
            ui.Wake(TimeSpan.Zero);
            return action == ListAction.Nothing ? ListAction.Chosen : action;
        }

        return action;
    }

    private static void DrawRow(Ui ui, PixelRect rect, string text, Icon? icon, bool isChosen, bool isHovered)
    {
        RowParts.PaintRow(ui, rect, isHovered, isChosen);
        var inset = ui.Px(Theme.TextInset);
        var words = rect with { X = rect.X + inset, Width = rect.Width - (2 * inset) };
        if (icon is { } picture)
        {
            ui.PaintIcon(picture, words with { Width = ui.Px(Theme.IconSize) }, Theme.TextDim);
            words = PixelRect.FromEdges(words.X + ui.Px(Theme.IconSize) + inset, words.Y, words.Right, words.Bottom);
        }

        ui.Paint.Text(words, text, TextStyle.Body, Theme.Text);
    }

    private static int Keys(Ui ui, int chosen, int count, int page)
    {
        var input = ui.Input;
        var wanted = input.TakeKey(Key.Down) ? chosen + 1
            : input.TakeKey(Key.Up) ? chosen - 1
            : input.TakeKey(Key.PageDown) ? chosen + page
            : input.TakeKey(Key.PageUp) ? chosen - page
            : input.TakeKey(Key.Home) ? 0
            : input.TakeKey(Key.End) ? count - 1
            : chosen;
        return wanted == chosen ? chosen : Math.Clamp(wanted, 0, count - 1);
    }
}
