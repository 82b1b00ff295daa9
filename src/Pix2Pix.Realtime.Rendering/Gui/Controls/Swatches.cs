using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Rows of a palette.</summary>
internal static class Swatches
{
    private const float SwatchSize = 16;
    private const float KeyWidth = 20;

    /// <summary>A class to paint with: its colour, its name and its key.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">The class; what it means is its tooltip.</param>
    /// <param name="color">What it is shown in.</param>
    /// <param name="key">The key that chooses it.</param>
    /// <param name="isChosen">Whether it is the one in use.</param>
    /// <param name="height">Points.</param>
    /// <returns>Whether the user chose it in this frame.</returns>
    public static bool Swatch(this Ui ui, LabelClass label, Rgb color, Shortcut key, bool isChosen, float height = Theme.ListRowHeight)
    {
        var rect = ui.Next(height);
        var did = ui.Interact(ui.Id(label.Name), rect);
        var isPressed = ui.IsPressed(did, key, isEnabled: true);
        RowParts.PaintRow(ui, rect, did.IsHovered, isChosen);
        var side = ui.Px(SwatchSize);
        var inset = ui.Px(Theme.TextInset / 2);
        var square = new PixelRect(rect.X + inset, rect.Y + ((rect.Height - side) / 2), side, side);
        ui.Paint.Fill(square, Color.Of(color), Theme.CornerRadius / 2 * ui.Scale);
        var keyRect = PixelRect.FromEdges(rect.Right - ui.Px(KeyWidth), rect.Y, rect.Right - ui.Px(Theme.TextInset), rect.Bottom);
        ui.Paint.Text(PixelRect.FromEdges(square.Right + ui.Px(Theme.TextInset), rect.Y, keyRect.X, rect.Bottom), label.Name, TextStyle.Body, Theme.Text);
        if (label.Key != '\0')
        {
            ui.Paint.Text(keyRect, [label.Key], TextStyle.Small, Theme.TextDim, TextAlign.Right);
        }

        ui.PaintFocus(did, rect);
        ui.Tip(did, label.About.Length > 0 ? label.About : label.Name, key);
        return isPressed;
    }
}
