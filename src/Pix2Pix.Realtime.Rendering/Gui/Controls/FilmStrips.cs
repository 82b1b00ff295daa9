using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Pictures over time.</summary>
internal static class FilmStrips
{
    /// <summary>
    /// A strip of small pictures, from the first at the left to the newest at the right, as many as fit; dragging over it goes through all of
    /// them. Arrow keys, Home and End are its while it has the keyboard.
    /// </summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="count">How many pictures there are.</param>
    /// <param name="picture">One of them; null = not there yet. Asked for those that are drawn alone.</param>
    /// <param name="chosen">Index of the chosen one.</param>
    /// <param name="height">Points.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <returns>Whether another was chosen in this frame.</returns>
    public static bool FilmStrip(this Ui ui, string name, int count, Func<int, PixelImage?> picture, ref int chosen, float height, string? tooltip = null)
    {
        var rect = ui.Next(height);
        if (count == 0)
        {
            ui.PaintWell(rect);
            return false;
        }

        var slots = Math.Min(count, Math.Max(1, rect.Width / rect.Height));
        var strip = rect with { Width = count <= slots ? slots * rect.Height : rect.Width };
        var did = ui.Interact(ui.Id(name), strip);
        var before = chosen;
        if (did.IsPressed || did.IsHeld)
        {
            chosen = (int)Math.Floor((ui.Input.Pointer.X - strip.X) * count / strip.Width);
        }
        else if (did.IsFocused)
        {
            chosen = Keys(ui.Input, chosen, count);
        }

        chosen = Math.Clamp(chosen, 0, count - 1);
        for (var slot = 0; slot < slots; slot++)
        {
            var left = strip.X + (slot * strip.Width / slots);
            var place = PixelRect.FromEdges(left, strip.Y, strip.X + ((slot + 1) * strip.Width / slots), strip.Bottom);
            ui.PaintImage(place.Inflate(-ui.Px(1)), picture(((2 * slot) + 1) * count / (2 * slots)));
        }

        var (from, to) = (strip.X + (int)((long)chosen * strip.Width / count), strip.X + (int)((chosen + 1L) * strip.Width / count));
        var mark = new PixelRect(from, strip.Y, Math.Max(to - from, ui.Px(Theme.FocusThickness)), strip.Height);
        ui.Paint.Edge(mark, did.IsHovered || did.IsHeld ? Theme.AccentHover : Theme.Accent, ui.Px(Theme.FocusThickness), 0);
        ui.PaintFocus(did, strip);
        ui.Tip(did, tooltip);
        return chosen != before;
    }

    private static int Keys(UiInput input, int chosen, int count) =>
        input.TakeKey(Key.Right) ? chosen + 1
        : input.TakeKey(Key.Left) ? chosen - 1
        : input.TakeKey(Key.Home) ? 0
        : input.TakeKey(Key.End) ? count - 1
        : chosen;
}
