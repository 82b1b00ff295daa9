using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Things within things.</summary>
internal static class Trees
{
    /// <summary>
    /// One row of a tree. Declare what is in it, in <c>using (ui.Indent())</c>, only while it is open. Left and Right fold, Up and Down continue.
    /// </summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its text; unique in its scope.</param>
    /// <param name="isOpen">Whether what is in it is shown; null = there is nothing in it.</param>
    /// <param name="isChosen">Whether it is the chosen one.</param>
    /// <param name="icon">Before its text.</param>
    /// <returns>Whether the user chose it in this frame.</returns>
    public static bool TreeRow(this Ui ui, string label, ref bool? isOpen, bool isChosen = false, Icon? icon = null)
    {
        var rect = ui.Next(Theme.ListRowHeight);
        var side = ui.Px(Theme.IconSize);
        var fold = rect with { Width = side };
        if (isOpen is { } open)
        {
            var folded = ui.Interact(Hash64.Add(ui.Id(label), 1UL), fold, isFocusable: false);
            isOpen = open ^ folded.IsClicked;
        }

        var did = ui.Interact(ui.Id(label), rect);
        if (did.IsFocused)
        {
            isOpen = isOpen is null ? null : ui.Input.TakeKey(Key.Right) ? true : ui.Input.TakeKey(Key.Left) ? false : isOpen;
            ui.Focus.StepIf(ui.Input.TakeKey(Key.Down), 1);
            ui.Focus.StepIf(ui.Input.TakeKey(Key.Up), -1);
        }

        isOpen = did.IsPressed && did.Clicks == 2 ? !isOpen : isOpen;
        RowParts.PaintRow(ui, rect, did.IsHovered, isChosen);
        if (isOpen is { } shown)
        {
            ui.PaintIcon(shown ? Icon.ChevronDown : Icon.ChevronRight, fold, Theme.TextDim, Theme.IconSize - 4);
        }

        var words = PixelRect.FromEdges(fold.Right + ui.Px(Theme.RowGap), rect.Y, rect.Right, rect.Bottom);
        if (icon is { } picture)
        {
            ui.PaintIcon(picture, words with { Width = side }, Theme.TextDim);
            words = PixelRect.FromEdges(words.X + side + ui.Px(Theme.TextInset), rect.Y, rect.Right, rect.Bottom);
        }

        ui.Paint.Text(words, ControlParts.Shown(label), TextStyle.Body, Theme.Text);
        ui.PaintFocus(did, rect);
        return ui.IsPressed(did, Shortcut.None, isEnabled: true);
    }
}
