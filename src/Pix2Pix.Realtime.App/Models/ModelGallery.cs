using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>The Models tab: every generator at hand with what it makes of the canvas, to use or to fade to. UI thread; trials run one by one on the thread pool.</summary>
internal sealed class ModelGallery(LiveContext live, TranslatorComponent translator, CrossFadeComponent? fade, LabelCanvasComponent canvas)
{
    private const int ThumbnailSide = 96;
    private const float GridHeight = 380;

    private ModelEntry[] _entries = [];
    private GridImage[] _grid = [];
    private int _chosen = -1;
    private bool _wasListed;

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        if (!_wasListed)
        {
            List();
        }

        using (ui.Row(Track.Fill, 88))
        {
            ui.Heading(ModelsTexts.Generators);
            if (ui.Button(ModelsTexts.Refresh, ModelsTexts.RefreshHint))
            {
                List();
            }
        }

        ui.ImageGrid("models", _grid, ref _chosen, GridHeight, ThumbnailSide, out _);
        if (_chosen >= 0 && _chosen < _entries.Length)
        {
            Chosen(ui, _entries[_chosen]);
        }
        else
        {
            ui.Note(ModelsTexts.SelectOne);
        }
    }

    private void Chosen(Ui ui, ModelEntry entry)
    {
        ui.Value(ModelsTexts.File, Path.GetFileName(entry.Path));
        ui.Value(ModelsTexts.Size, ModelsTexts.Megabytes(ui, entry.Megabytes));
        if (entry.Card is { } card)
        {
            Card(ui, card);
        }

        if (entry.Fault.Length > 0)
        {
            ui.Note(entry.Fault, Theme.Bad);
            return;
        }

        if (double.IsNaN(entry.Milliseconds))
        {
            ui.Value(ModelsTexts.Speed, ModelsTexts.NotMeasured);
        }
        else
        {
            ui.Value(ModelsTexts.Speed, ModelsTexts.SpeedOf(ui, entry.Milliseconds, 1000 / entry.Milliseconds));
        }

        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(ModelsTexts.Use, ModelsTexts.UseHint, isPrimary: true))
            {
                translator.LoadInBackground(entry.Path);
            }

            if (ui.Button(ModelsTexts.AsSecond, fade is not { IsStarted: true } ? ModelsTexts.NoCrossFadeHint : ModelsTexts.AsSecondHint, isEnabled: fade is { IsStarted: true }))
            {
                fade!.LoadInBackground(entry.Path);
            }
        }
    }

    private static void Card(Ui ui, ModelCard card)
    {
        ui.Value(ModelsTexts.Parameters, card.ParameterWords);
        if (card.Size.Length > 0)
        {
            ui.Value(ModelsTexts.Reads, $"{card.Size}, {card.Layout}, {card.Range}");
        }

        ui.Note(ModelsTexts.Operators(card.OperatorWords));
        foreach (var assumption in card.Assumptions)
        {
            ui.Note(assumption);
        }
    }

    private void List()
    {
        (_wasListed, _chosen) = (true, -1);
        _entries = [.. ModelFolders.List(live.Results.Runs)];
        _grid = [.. _entries.Select(entry => new GridImage(entry.Name, null))];
        var labels = new LabelDecoder(canvas.Palette).Encode(canvas.Canvas.Map);
        var (entries, grid) = (_entries, _grid);
        Task.Run(() => Try(entries, grid, labels));
    }

    /// <summary>Fills the gallery from its beginning; stops when it was refreshed.</summary>
    private void Try(ModelEntry[] entries, GridImage[] grid, PixelImage labels)
    {
        for (var i = 0; i < entries.Length && ReferenceEquals(grid, _grid); i++)
        {
            entries[i] = ModelTrial.Run(entries[i], labels, canvas.Palette);
            grid[i] = new GridImage(entries[i].Name, entries[i].Thumbnail);
            live.Log.Write("model", new { name = entries[i].Name, milliseconds = double.IsNaN(entries[i].Milliseconds) ? (double?)null : entries[i].Milliseconds, fault = entries[i].Fault });
            live.Pump.Wake();
        }
    }
}
