using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>Every key of the window in columns, as the table has them and as the person's keyboard prints them. Any key or click closes it. UI thread.</summary>
internal sealed class KeysDialog
{
    private const float Width = 1120;
    private const float RowHeight = 20;
    private const float KeyWidth = 140;
    private const int Columns = 3;

    private static readonly (string Words, string Key)[] Pointer =
    [
        (PanelsTexts.PaintOrStamp, PanelsTexts.LeftButton), (PanelsTexts.PickOrClose, PanelsTexts.RightButton), (PanelsTexts.Zoom, PanelsTexts.Wheel), (PanelsTexts.Pan, PanelsTexts.MiddleButton),
        (PanelsTexts.CancelOrLeave, PanelsTexts.Escape),
    ];

    private readonly List<(string Title, List<(string Words, string Key)> Rows)> _parts = [];
    private readonly List<int> _columnStarts = [];
    private readonly int _most;

    /// <param name="live">Whose table and keyboard.</param>
    /// <param name="palette">Whose classes have keys; null = none.</param>
    public KeysDialog(LiveContext live, Palette? palette)
    {
        var keyboard = live.Ui.Keyboard;
        foreach (var section in live.Keys.Sections)
        {
            _parts.Add((Title(section.Name), [.. section.Rows.Where(row => !row.Key.IsNone).Select(row => (row.Words.Split([':', ';', '(', ','])[0].Trim(), row.Key.Text(keyboard)))]));
        }

        _parts.Add((PanelsTexts.Pointer, [.. Pointer]));
        if (palette is not null)
        {
            _parts.Add((PanelsTexts.Classes, [.. palette.Classes.Where(one => one.Key != '\0').Select(one => (one.Name, $"{char.ToUpperInvariant(one.Key)}"))]));
        }

        // As even as whole sections allow.
        var share = (_parts.Sum(part => part.Rows.Count + 2) + Columns - 1) / Columns;
        var (height, before) = (0, 0);
        for (var i = 0; i < _parts.Count; i++)
        {
            var rows = _parts[i].Rows.Count + 2;
            if (i == 0 || (_columnStarts.Count < Columns && before + (rows / 2) > share * _columnStarts.Count))
            {
                _columnStarts.Add(i);
                height = 0;
            }

            (height, before) = (height + rows, before + rows);
            _most = Math.Max(_most, height);
        }
    }

    /// <summary>Shows it.</summary>
    /// <returns>Whether it stays.</returns>
    public bool Show(Ui ui)
    {
        var isOver = ui.Input.TakeAnyPress();
        using (var dialog = ui.Dialog(PanelsTexts.Keys, Width, (_most * RowHeight) + 64))
        {
            using (ui.ScrollArea("keys", ui.Rest()))
            using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
            {
                for (var i = 0; i < _columnStarts.Count; i++)
                {
                    Column(ui, _columnStarts[i], i + 1 < _columnStarts.Count ? _columnStarts[i + 1] : _parts.Count);
                }
            }

            isOver |= dialog.IsDismissed;
        }

        return !isOver;
    }

    private void Column(Ui ui, int from, int to)
    {
        using (ui.Column(gap: 0))
        {
            for (var i = from; i < to; i++)
            {
                var (title, rows) = _parts[i];
                ui.Heading(title);
                foreach (var (words, key) in rows)
                {
                    var rect = ui.Next(RowHeight);
                    ui.Paint.Text(rect with { Width = ui.Px(KeyWidth) - ui.Px(Theme.ColumnGap) }, key, TextStyle.Body, Theme.Accent);
                    ui.Paint.Text(rect with { X = rect.X + ui.Px(KeyWidth), Width = rect.Width - ui.Px(KeyWidth) }, words, TextStyle.Body, Theme.Text);
                }

                ui.Space(RowHeight / 2);
            }
        }
    }

    private static string Title(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
