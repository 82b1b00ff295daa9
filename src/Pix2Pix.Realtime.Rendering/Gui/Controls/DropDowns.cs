using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>One of several, folded up.</summary>
internal static class DropDowns
{
    private const int MostRows = 10;

    /// <summary>Shows the chosen one; pressed, it shows all.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name.</param>
    /// <param name="chosen">Index in <paramref name="options"/>; -1 = none yet.</param>
    /// <param name="options">What there is to choose from.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="isEnabled">Whether it can be changed now.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool DropDown(this Ui ui, string label, ref int chosen, IReadOnlyList<string> options, string? tooltip = null, bool isEnabled = true)
    {
        var rect = ui.Labelled(label, Theme.ControlHeight, isEnabled);
        var id = ui.Id(label);
        var state = ui.State<DropDownState>(id);
        var did = ui.Interact(id, rect, isEnabled);
        ui.PaintFace(rect, did, isEnabled);
        var text = rect with { X = rect.X + ui.Px(Theme.TextInset), Width = rect.Width - ui.Px(Theme.TextInset + Theme.ControlHeight) };
        var color = isEnabled ? Theme.Text : Theme.TextDisabled;
        ui.Paint.Text(text, chosen >= 0 && chosen < options.Count ? options[chosen] : "", TextStyle.Body, color);
        ui.PaintIcon(Icon.ChevronDown, rect with { X = rect.Right - ui.Px(Theme.ControlHeight), Width = ui.Px(Theme.ControlHeight) }, color);
        ui.PaintFocus(did, rect);
        if (!state.IsOpen)
        {
            ui.Tip(did, tooltip);
        }

        var before = chosen;
        if (did.IsFocused && !state.IsOpen)
        {
            chosen += ui.Input.TakeKey(Key.Down) && chosen < options.Count - 1 ? 1 : ui.Input.TakeKey(Key.Up) && chosen > 0 ? -1 : 0;
        }

        if (state.IsOpen)
        {
            state.IsOpen = isEnabled && ShowOptions(ui, id, rect, did, state, ref chosen, options);
        }
        else if (ui.IsPressed(did, Shortcut.None, isEnabled) && options.Count > 0)
        {
            (state.IsOpen, state.Marked) = (true, chosen);
            ui.Wake(TimeSpan.Zero);
        }

        return chosen != before;
    }

    /// <returns>Whether it stays open.</returns>
    private static bool ShowOptions(Ui ui, ulong id, PixelRect under, Interaction did, DropDownState state, ref int chosen, IReadOnlyList<string> options)
    {
        if (did.IsClicked || ui.Input.TakeKey(Key.Escape) || IsPressedOutside(ui, state.Place.Union(under)))
        {
            return false;
        }

        state.Marked = Math.Clamp(
            state.Marked + (ui.Input.TakeKey(Key.Down) ? 1 : 0) - (ui.Input.TakeKey(Key.Up) ? 1 : 0), 0, options.Count - 1);
        if (ui.Input.TakeKey(Key.Enter) || ui.Input.TakeKey(Key.Space))
        {
            chosen = state.Marked;
            return false;
        }

        var inset = ui.Px(Theme.RowGap);
        var height = (Math.Min(options.Count, MostRows) * ui.Px(Theme.ListRowHeight)) + (2 * inset);
        var y = under.Bottom + height <= ui.Size.Height ? under.Bottom + 1 : Math.Max(0, under.Y - height - 1);
        state.Place = new PixelRect(under.X, y, under.Width, height);
        using (ui.Region(UiLayer.Popup, state.Place, state.Place))
        {
            ui.Paint.Fill(state.Place, Theme.Popup, Theme.CornerRadius * ui.Scale);
            ui.Paint.Edge(state.Place, Theme.PopupEdge, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
            using (ui.Scope(unchecked((int)id)))
            {
                var marked = state.Marked;
                if (ListRows.Run(ui, "options", state.Place.Inflate(-inset), options, null, ref marked, isFocusable: false) == ListAction.Chosen)
                {
                    chosen = marked;
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsPressedOutside(Ui ui, PixelRect rect)
    {
        foreach (ref readonly var input in ui.Input.Events)
        {
            if (input.Kind == InputKind.PointerDown && !rect.Contains(input.X, input.Y))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class DropDownState
    {
        public bool IsOpen;
        public int Marked;
        public PixelRect Place;
    }
}
