using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>How a row of a list, tree or palette looks.</summary>
internal static class RowParts
{
    private const float MarkWidth = 3;

    /// <summary>The row's background: chosen, under the pointer, or none.</summary>
    public static void PaintRow(Ui ui, PixelRect rect, bool isHovered, bool isChosen)
    {
        if (isChosen || isHovered)
        {
            ui.Paint.Fill(rect, isChosen ? Theme.Selection : Theme.RowHover, Theme.CornerRadius * ui.Scale);
            if (isChosen)
            {
                // Not by the shade alone.
                ui.Paint.Fill(rect with { Width = ui.Px(MarkWidth) }, Theme.Accent, ui.Px(MarkWidth) / 2f);
            }
        }
    }
}
