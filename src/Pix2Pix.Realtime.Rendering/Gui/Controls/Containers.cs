using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Containers of other controls.</summary>
internal static class Containers
{
    /// <summary>A part of the window with the panel's background, whose content scrolls when it is too high.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique among the panels.</param>
    /// <param name="rect">Pixels of the window.</param>
    /// <param name="padding">Points around the content.</param>
    public static ScrollScope Panel(this Ui ui, string name, PixelRect rect, float padding = Theme.PanelPadding)
    {
        ui.Paint.Fill(rect, Theme.Panel);
        return ui.ScrollArea(name, rect, padding);
    }

    /// <summary>A panel of one line, such as the status at the bottom; nothing scrolls, and its controls lie side by side.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="rect">Pixels of the window.</param>
    /// <param name="content">Points: the content's height; it lies in the middle.</param>
    public static UiScope Bar(this Ui ui, PixelRect rect, float content = Theme.ControlHeight)
    {
        ui.Paint.Fill(rect, Theme.Panel);
        var inside = rect.Inflate(-ui.Px(Theme.ColumnGap));
        return ui.Region(ui.Paint.Layer, rect, inside with { Y = rect.Y + ((rect.Height - ui.Px(content)) / 2), Height = ui.Px(content) });
    }

    /// <summary>Content that scrolls inside a rectangle.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope.</param>
    /// <param name="rect">Pixels of the window.</param>
    /// <param name="padding">Points around the content.</param>
    public static ScrollScope ScrollArea(this Ui ui, string name, PixelRect rect, float padding = 0) =>
        new ScrollScope(ui, ui.Id(name), rect, rect.Inflate(-ui.Px(padding)));

    /// <summary>A thin line across, with room around it.</summary>
    public static void Separator(this Ui ui)
    {
        var rect = ui.Next(Theme.ColumnGap * 2);
        ui.Paint.Fill(rect with { Y = rect.Y + (rect.Height / 2), Height = ui.Px(Theme.EdgeThickness) }, Theme.PanelEdge);
    }
}
