using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>How controls are arranged. Each is ended by its <c>using</c>.</summary>
internal static class Boxes
{
    /// <summary>Controls one below the other.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="gap">Points between them.</param>
    public static UiScope Column(this Ui ui, float gap = Theme.RowGap)
    {
        ui.Layout.PushColumn(gap);
        return new UiScope(ui, UiScopeKind.Box);
    }

    /// <summary>Controls one below the other, moved to the right.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="points">By how much.</param>
    public static UiScope Indent(this Ui ui, float points = Theme.IconSize)
    {
        ui.Layout.PushIndented(ui.Px(points));
        return new UiScope(ui, UiScopeKind.Box);
    }

    /// <summary>Controls side by side, in tracks of these widths: <c>ui.Row(80, Track.Fill)</c>. When all are used the next line begins.</summary>
    public static UiScope Row(this Ui ui, params ReadOnlySpan<Track> tracks)
    {
        ui.Layout.PushRow(tracks, Theme.ColumnGap);
        return new UiScope(ui, UiScopeKind.Box);
    }

    /// <summary>Controls side by side, all of one width.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="columns">1..16.</param>
    /// <param name="gap">Points between them.</param>
    public static UiScope Grid(this Ui ui, int columns, float gap = Theme.ColumnGap)
    {
        Span<Track> tracks = stackalloc Track[columns];
        tracks.Fill(Track.Fill);
        ui.Layout.PushRow(tracks, gap);
        return new UiScope(ui, UiScopeKind.Box);
    }

    /// <summary>Leaves room below the last control.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="height">Points.</param>
    public static void Space(this Ui ui, float height = 8) => ui.Layout.Skip(ui.Px(height));

    /// <summary>Points from the next control's top to the bottom of the panel or dialog around it: for a list that fills what is left.</summary>
    public static float Remaining(this Ui ui) => ui.Layout.Remaining / ui.Scale;
}
