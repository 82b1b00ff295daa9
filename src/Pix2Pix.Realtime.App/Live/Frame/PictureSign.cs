using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>A few words over a picture, in its top left corner. UI thread; allocates nothing.</summary>
internal static class PictureSign
{
    private const float Margin = 12;

    /// <param name="ui">The frame's GUI.</param>
    /// <param name="area">The picture's, in pixels.</param>
    /// <param name="x">Pixels from the area's left to the sign; grows by the sign, for the next one.</param>
    /// <param name="text">The words.</param>
    public static void Draw(Ui ui, PixelRect area, ref int x, ReadOnlySpan<char> text)
    {
        var (inset, margin) = (ui.Px(Theme.TextInset), ui.Px(Margin));
        var rect = new PixelRect(area.X + margin + x, area.Y + margin, (int)MathF.Ceiling(ui.TextWidth(text)) + (2 * inset) + 1, ui.Px(Theme.ListRowHeight));
        ui.Paint.Fill(rect, Theme.Popup, Theme.CornerRadius * ui.Scale);
        ui.Paint.Edge(rect, Theme.Accent, ui.Px(Theme.EdgeThickness), Theme.CornerRadius * ui.Scale);
        ui.Paint.Text(rect with { X = rect.X + inset, Width = rect.Width - inset }, text, TextStyle.Body, Theme.Text);
        x += rect.Width + ui.Px(Theme.ColumnGap);
    }
}
