using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Pages of which one is shown.</summary>
internal static class TabBars
{
    private const float Height = 32;
    private const float LineThickness = 2;

    /// <summary>A row of tabs of one width; where a title needs more than that, each is as wide as its title asks for, and the rest is shared out. Left and Right go from one to the next.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="chosen">Index of the page that is shown.</param>
    /// <param name="titles">One a page.</param>
    /// <returns>Whether it changed in this frame.</returns>
    public static bool Tabs(this Ui ui, string name, ref int chosen, params ReadOnlySpan<string> titles)
    {
        var bar = ui.Next(Height);
        var line = ui.Px(Theme.EdgeThickness);
        var before = chosen;
        ui.Paint.Fill(bar with { Y = bar.Bottom - line, Height = line }, Theme.PanelEdge);
        using (ui.Scope(name))
        {
            var (words, widest) = (0f, 0f);
            foreach (var title in titles)
            {
                words += ui.TextWidth(title);
                widest = Math.Max(widest, ui.TextWidth(title));
            }

            var share = (float)bar.Width / titles.Length;
            var isEven = widest + (2 * ui.Px(Theme.RowGap)) <= share;
            var (room, right) = ((bar.Width - words) / titles.Length, (float)bar.X);
            for (var i = 0; i < titles.Length; i++)
            {
                var left = right;
                right += isEven ? share : ui.TextWidth(titles[i]) + room;
                var rect = PixelRect.FromEdges((int)MathF.Round(left), bar.Y, (int)MathF.Round(right), bar.Bottom);
                var did = ui.Interact(ui.Id(titles[i]), rect);
                if (did.IsFocused)
                {
                    ui.Focus.StepIf(ui.Input.TakeKey(Key.Right) && i < titles.Length - 1, 1);
                    ui.Focus.StepIf(ui.Input.TakeKey(Key.Left) && i > 0, -1);
                }

                chosen = ui.IsPressed(did, Shortcut.None, isEnabled: true) ? i : chosen;
                var color = i == chosen ? Theme.Text : did.IsHovered ? Theme.Text : Theme.TextDim;
                ui.Paint.Text(rect, titles[i], TextStyle.Body, color, TextAlign.Centre);
                if (i == chosen)
                {
                    var thickness = ui.Px(LineThickness);
                    ui.Paint.Fill(rect with { Y = rect.Bottom - thickness, Height = thickness }, Theme.Accent);
                }

                ui.PaintFocus(did, rect.Inflate(-ui.Px(Theme.RowGap)));
            }
        }

        return chosen != before;
    }
}
