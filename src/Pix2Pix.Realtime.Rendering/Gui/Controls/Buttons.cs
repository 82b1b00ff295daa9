using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Buttons.</summary>
internal static class Buttons
{
    /// <summary>A button with words.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">What it does; what follows <c>##</c> isn't shown.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="key">The key that does the same.</param>
    /// <param name="isEnabled">Whether it can be pressed now.</param>
    /// <param name="isPrimary">Whether it is the one thing to do here.</param>
    /// <returns>Whether it was pressed.</returns>
    public static bool Button(this Ui ui, string label, string? tooltip = null, Shortcut key = default, bool isEnabled = true, bool isPrimary = false)
    {
        var rect = ui.Next(Theme.ControlHeight);
        var did = ui.Interact(ui.Id(label), rect, isEnabled);
        ui.PaintFace(rect, did, isEnabled, isPrimary);
        ui.Paint.Text(rect.Inflate(-ui.Px(Theme.TextInset / 2)), ControlParts.Shown(label), isPrimary && isEnabled ? TextStyle.Heading : TextStyle.Body, TextColor(isEnabled, isPrimary), TextAlign.Centre);
        ui.PaintFocus(did, rect);
        ui.Tip(did, tooltip, key);
        return ui.IsPressed(did, key, isEnabled);
    }

    /// <summary>A button with a picture, as wide as its place; a chosen one is filled with the accent.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="icon">Its picture.</param>
    /// <param name="name">What it is called; the first line of its tooltip.</param>
    /// <param name="key">The key that does the same.</param>
    /// <param name="isChosen">Whether it is the one in use, as with tools.</param>
    /// <param name="isEnabled">Whether it can be pressed now.</param>
    /// <returns>Whether it was pressed.</returns>
    public static bool IconButton(this Ui ui, Icon icon, string name, Shortcut key = default, bool isChosen = false, bool isEnabled = true)
    {
        var rect = ui.Next(Theme.ControlHeight);
        var did = ui.Interact(ui.Id(name), rect, isEnabled);
        ui.PaintFace(rect, did, isEnabled, isChosen);
        ui.PaintIcon(icon, rect, TextColor(isEnabled, isChosen));
        ui.PaintFocus(did, rect);
        ui.Tip(did, name, key);
        return ui.IsPressed(did, key, isEnabled);
    }

    /// <summary>A button for a line of text: low, with words that may change.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="text">What is shown.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="key">The key that its tooltip names; it is taken elsewhere.</param>
    /// <param name="isEnabled">Whether it can be pressed now.</param>
    /// <returns>Whether it was pressed.</returns>
    public static bool SmallButton(
        this Ui ui, string name, ReadOnlySpan<char> text, string tooltip, Shortcut key = default, bool isEnabled = true)
    {
        var rect = ui.Next(Theme.ListRowHeight);
        var did = ui.Interact(ui.Id(name), rect, isEnabled);
        ui.PaintFace(rect, did, isEnabled);
        ui.Paint.Text(rect, text, TextStyle.Body, TextColor(isEnabled, isAccent: false), TextAlign.Centre);
        ui.PaintFocus(did, rect);
        ui.Tip(did, tooltip, key);
        return ui.IsPressed(did, Shortcut.None, isEnabled);
    }

    /// <summary>A button with a picture for a line of text.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="icon">Its picture.</param>
    /// <param name="name">What it is called; its tooltip.</param>
    /// <param name="key">The key that its tooltip names; it is taken elsewhere.</param>
    /// <returns>Whether it was pressed.</returns>
    public static bool SmallIconButton(this Ui ui, Icon icon, string name, Shortcut key = default)
    {
        var rect = ui.Next(Theme.ListRowHeight);
        var did = ui.Interact(ui.Id(name), rect);
        ui.PaintFace(rect, did, isEnabled: true);
        ui.PaintIcon(icon, rect, Theme.Text);
        ui.PaintFocus(did, rect);
        ui.Tip(did, name, key);
        return ui.IsPressed(did, Shortcut.None, isEnabled: true);
    }

    private static Color TextColor(bool isEnabled, bool isAccent) => !isEnabled ? Theme.TextDisabled : isAccent ? Theme.TextOnAccent : Theme.Text;

    /// <summary>Draws an icon in the middle of a rectangle.</summary>
    public static void PaintIcon(this Ui ui, Icon icon, PixelRect rect, Color color, float size = Theme.IconSize)
    {
        var side = ui.Px(size);
        IconPainter.Paint(ui, icon, new PixelRect(rect.X + ((rect.Width - side) / 2), rect.Y + ((rect.Height - side) / 2), side, side), color);
    }
}
