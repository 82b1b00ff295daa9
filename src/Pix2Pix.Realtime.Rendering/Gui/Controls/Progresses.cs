using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>How far something has come.</summary>
internal static class Progresses
{
    private const float Height = 20;

    /// <summary>A bar with words over it.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="share">0..1; below 0 = not known.</param>
    /// <param name="text">Over the bar.</param>
    public static void Progress(this Ui ui, float share, ReadOnlySpan<char> text)
    {
        var rect = ui.Next(Height);
        ui.PaintWell(rect);
        var inside = rect.Inflate(-ui.Px(Theme.EdgeThickness));
        var done = inside with { Width = (int)(inside.Width * Math.Clamp(share, 0, 1)) };
        if (done.Width > 0)
        {
            ui.Paint.Fill(done, Theme.Selection, (Theme.CornerRadius - Theme.EdgeThickness) * ui.Scale);
            ui.Paint.Fill(done with { Y = done.Bottom - ui.Px(2), Height = ui.Px(2) }, Theme.Accent);
        }

        ui.Paint.Text(rect.Inflate(-ui.Px(Theme.RowGap)), text, TextStyle.Small, Theme.Text, TextAlign.Centre);
    }
}
