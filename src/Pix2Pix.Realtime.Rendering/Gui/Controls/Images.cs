using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Pictures in the panel.</summary>
internal static class Images
{
    private const float CaptionHeight = 20;

    /// <summary>A picture as wide as its place, or less when that is too high.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="image">Must stay as it is while it is shown; null = an empty frame.</param>
    /// <param name="height">Points.</param>
    /// <param name="caption">Below it; empty = none.</param>
    /// <param name="version">Another number says that its pixels changed.</param>
    public static void Image(this Ui ui, PixelImage? image, float height, string caption = "", long version = 0)
    {
        var rect = ui.Next(height + (caption.Length > 0 ? CaptionHeight : 0));
        PaintImage(ui, rect with { Height = ui.Px(height) }, image, version);
        ui.Paint.Text(rect with { Y = rect.Y + ui.Px(height), Height = ui.Px(CaptionHeight) }, caption, TextStyle.Small, Theme.TextDim, TextAlign.Centre);
    }

    /// <summary>A picture that can be pressed.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="image">Must stay as it is while it is shown; null = an empty frame that can't be pressed.</param>
    /// <param name="height">Points.</param>
    /// <param name="tooltip">What a press does.</param>
    /// <param name="version">Another number says that its pixels changed.</param>
    /// <returns>Whether it was pressed.</returns>
    public static bool ImageButton(this Ui ui, string name, PixelImage? image, float height, string tooltip, long version = 0)
    {
        var rect = ui.Next(height);
        PaintImage(ui, rect, image, version);
        var did = ui.Interact(ui.Id(name), rect, isEnabled: image is not null);
        if (did.IsHovered)
        {
            ui.Cursor = CursorShape.Hand;
        }

        ui.PaintFocus(did, rect);
        ui.Tip(did, tooltip);
        return ui.IsPressed(did, Shortcut.None, image is not null);
    }

    /// <summary>Many pictures to choose from; only those in view are drawn. Arrow keys and Enter are its while it has the keyboard.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="chosen">Index of the chosen one; -1 = none.</param>
    /// <param name="height">Points of the whole grid.</param>
    /// <param name="side">Points: about as large is each; they share the width equally.</param>
    /// <param name="firstShown">The first one in view, for loading what is needed first.</param>
    public static ListAction ImageGrid(this Ui ui, string name, IReadOnlyList<GridImage> images, ref int chosen, float height, float side, out int firstShown)
    {
        var rect = ui.Next(height);
        ui.PaintWell(rect);
        var view = rect.Inflate(-ui.Px(Theme.RowGap));
        var bar = ui.Px(Theme.ScrollBarWidth + 4);
        var columns = Math.Max(1, (view.Width - bar) / ui.Px(side));
        var (wide, high) = ((view.Width - bar) / columns, ui.Px(CaptionHeight) + ((view.Width - bar) / columns));
        var rows = (images.Count + columns - 1) / columns;
        var id = ui.Id(name);
        var scroll = ui.State<ScrollState>(Hash64.Add(id, 1UL));
        var (before, action) = (chosen, ListAction.Nothing);
        Interaction did;
        using (ui.Scope(name))
        using (new ScrollScope(ui, Hash64.Add(id, 1UL), view, view))
        {
            firstShown = Math.Min(images.Count, scroll.Offset / high * columns);
            did = ui.Interact(id, view with { Width = view.Width - bar });
            var under = Under(ui, view, scroll.Offset, (wide, high), columns, images.Count);
            if (did.IsPressed && under >= 0)
            {
                (chosen, action) = (under, did.Clicks == 2 ? ListAction.Opened : ListAction.Nothing);
            }

            if (did.IsFocused && images.Count > 0)
            {
                chosen = Keys(ui, chosen, columns, images.Count);
                action = chosen >= 0 && ui.Input.TakeKey(Key.Enter) ? ListAction.Opened : action;
            }

            var last = Math.Min(images.Count, firstShown + (((view.Height / high) + 2) * columns));
            for (var i = firstShown; i < last; i++)
            {
                var place = new PixelRect(view.X + (i % columns * wide), view.Y - scroll.Offset + (i / columns * high), wide, high);
                PaintCell(ui, place, images[i], i == chosen, did.IsHovered && i == under);
            }

            ui.Layout.Skip((rows * high) + ui.Px(Theme.RowGap));
        }

        ui.PaintFocus(did, view);

        if (chosen != before && chosen >= 0)
        {
            scroll.Reveal(chosen / columns * high, high, view.Height);
            ui.Wake(TimeSpan.Zero);
            return action == ListAction.Nothing ? ListAction.Chosen : action;
        }

        return action;
    }

    /// <summary>Draws a picture in the middle of a rectangle, as large as fits.</summary>
    public static void PaintImage(this Ui ui, PixelRect rect, PixelImage? image, long version = 0)
    {
        if (image is null)
        {
            ui.Paint.Fill(rect, Theme.ControlDisabled);
            return;
        }

        var factor = Math.Min((float)rect.Width / image.Width, (float)rect.Height / image.Height);
        var (width, height) = ((int)MathF.Round(image.Width * factor), (int)MathF.Round(image.Height * factor));
        ui.Paint.Image(new PixelRect(rect.X + ((rect.Width - width) / 2), rect.Y + ((rect.Height - height) / 2), width, height), image, version);
    }

    private static void PaintCell(Ui ui, PixelRect place, GridImage image, bool isChosen, bool isHovered)
    {
        RowParts.PaintRow(ui, place.Inflate(-ui.Px(1)), isHovered, isChosen);
        var inset = ui.Px(Theme.RowGap);
        var caption = ui.Px(CaptionHeight);
        ui.PaintImage((place with { Height = place.Height - caption + inset }).Inflate(-inset), image.Image);
        var words = new PixelRect(place.X + inset, place.Bottom - caption, place.Width - (2 * inset), caption);
        ui.Paint.Text(words, image.Label, TextStyle.Small, isChosen ? Theme.Text : Theme.TextDim, TextAlign.Centre);
    }

    private static int Under(Ui ui, PixelRect view, int offset, (int Width, int Height) cell, int columns, int count)
    {
        var column = (int)Math.Floor((ui.Input.Pointer.X - view.X) / cell.Width);
        var row = (int)Math.Floor((ui.Input.Pointer.Y - view.Y + offset) / cell.Height);
        var index = (row * columns) + column;
        return column >= 0 && column < columns && row >= 0 && index < count ? index : -1;
    }

    private static int Keys(Ui ui, int chosen, int columns, int count)
    {
        var input = ui.Input;
        var by = (input.TakeKey(Key.Right) ? 1 : 0) - (input.TakeKey(Key.Left) ? 1 : 0)
            + (input.TakeKey(Key.Down) ? columns : 0) - (input.TakeKey(Key.Up) ? columns : 0);
        return by == 0 ? chosen : Math.Clamp(chosen + by, 0, count - 1);
    }
}
