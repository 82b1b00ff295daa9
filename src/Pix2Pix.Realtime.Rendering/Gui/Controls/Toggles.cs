using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Check boxes and toggle buttons.</summary>
internal static class Toggles
{
    private const float BoxSize = 16;

    /// <summary>A box with a check mark and its words beside it.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">What is on or off.</param>
    /// <param name="isOn">The state; changed when the user changes it.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <param name="key">The key that does the same.</param>
    /// <param name="isEnabled">Whether it can be changed now.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Toggle(this Ui ui, string label, ref bool isOn, string? tooltip = null, Shortcut key = default, bool isEnabled = true)
    {
        var rect = ui.Next(Theme.ControlHeight);
        var did = ui.Interact(ui.Id(label), rect, isEnabled);
        var isPressed = ui.IsPressed(did, key, isEnabled);
        isOn ^= isPressed;
        var side = ui.Px(BoxSize);
        var box = new PixelRect(rect.X, rect.Y + ((rect.Height - side) / 2), side, side);
        if (isOn)
        {
            ui.PaintFace(box, did, isEnabled, isAccent: true);
            ui.PaintIcon(Icon.Check, box, isEnabled ? Theme.TextOnAccent : Theme.TextDisabled, BoxSize - 4);
        }
        else
        {
            ui.PaintWell(box, did.IsHovered);
        }

        var words = PixelRect.FromEdges(box.Right + ui.Px(Theme.TextInset), rect.Y, rect.Right, rect.Bottom);
        ui.Paint.Text(words, ControlParts.Shown(label), TextStyle.Body, isEnabled ? Theme.Text : Theme.TextDisabled);
        ui.PaintFocus(did, box);
        ui.Tip(did, tooltip, key);
        return isPressed;
    }
}
