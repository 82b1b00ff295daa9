using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Colours that are mixed of red, green and blue.</summary>
internal static class ColorFields
{
    private const float SwatchWidth = 44;
    private const float Most = 255;

    /// <summary>A colour's name and a swatch of it; a click unfolds three sliders.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="label">Its name; unique in its scope.</param>
    /// <param name="color">Three numbers, 0..1: red, green and blue as a picture file has them; changed while the user drags.</param>
    /// <param name="isOpen">Whether the sliders are shown.</param>
    /// <param name="tooltip">What for, in a sentence.</param>
    /// <returns>Whether the colour changed in this frame.</returns>
    public static bool ColorField(this Ui ui, string label, Span<float> color, ref bool isOpen, string tooltip)
    {
        var rect = ui.Next(Theme.ListRowHeight);
        var did = ui.Interact(ui.Id(label), rect);
        RowParts.PaintRow(ui, rect, did.IsHovered, isChosen: false);
        var side = ui.Px(Theme.IconSize);
        ui.PaintIcon(isOpen ? Icon.ChevronDown : Icon.ChevronRight, rect with { Width = side }, Theme.TextDim, Theme.IconSize - 4);
        var inset = ui.Px(Theme.RowGap / 2);
        var swatch = PixelRect.FromEdges(rect.Right - ui.Px(SwatchWidth), rect.Y + inset, rect.Right - inset, rect.Bottom - inset);
        ui.Paint.Text(PixelRect.FromEdges(rect.X + side + ui.Px(Theme.RowGap), rect.Y, swatch.X, rect.Bottom), ControlParts.Shown(label), TextStyle.Body, Theme.Text);
        ui.Paint.Fill(swatch, Color.Of(new Rgb(Byte(color[0]), Byte(color[1]), Byte(color[2]))), Theme.CornerRadius / 2 * ui.Scale);
        ui.PaintFocus(did, rect);
        ui.Tip(did, tooltip);
        if (ui.IsPressed(did, Shortcut.None, isEnabled: true))
        {
            isOpen = !isOpen;
            ui.Wake(TimeSpan.Zero);
        }

        if (!isOpen)
        {
            return false;
        }

        using (ui.Scope(label))
        using (ui.Indent(Theme.ColumnGap))
        {
            return Part(ui, "Red", ref color[0]) | Part(ui, "Green", ref color[1]) | Part(ui, "Blue", ref color[2]);
        }
    }

    private static bool Part(Ui ui, string label, ref float value)
    {
        var number = MathF.Round(value * Most);
        if (!ui.Slider(label, ref number, 0, Most, step: 1, "0"))
        {
            return false;
        }

        value = number / Most;
        return true;
    }

    private static byte Byte(float value) => (byte)MathF.Round(Math.Clamp(value, 0, 1) * Most);
}
