using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui.Controls;

/// <summary>Many things one below the other, and things within things.</summary>
internal static class Lists
{
    /// <summary>A list that scrolls. Arrow keys, Page Up and Down, Home, End and Enter are its while it has the keyboard.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="name">Unique in its scope; not shown.</param>
    /// <param name="items">One text a row; there may be very many.</param>
    /// <param name="chosen">Index of the chosen row; -1 = none.</param>
    /// <param name="height">Points.</param>
    /// <param name="icons">One a row, or null.</param>
    public static ListAction List(this Ui ui, string name, IReadOnlyList<string> items, ref int chosen, float height, IReadOnlyList<Icon>? icons = null)
    {
        var rect = ui.Next(height);
        ui.PaintWell(rect);
        return ListRows.Run(ui, name, rect.Inflate(-ui.Px(Theme.RowGap)), items, icons, ref chosen, isFocusable: true);
    }
}
