using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Styling;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The upper part of the View tab: the generator in use, how pictures are shown, and how paint repeats. UI thread.</summary>
internal sealed class ViewPage(
    LiveContext live, TranslatorComponent? translator, StyleSection? style, CrossFadeComponent? fade, TranslationViewComponent? view, LabelCanvasComponent canvas, HouseWalk walk, Action goOnStage)
{
    private static readonly (ViewMode Mode, Icon Icon, string Words)[] Views =
    [
        (ViewMode.SideBySide, Icon.SideBySide, PanelsTexts.SideBySide),
        (ViewMode.Split, Icon.Split, PanelsTexts.Split),
        (ViewMode.Overlay, Icon.Overlay, PanelsTexts.Overlay),
        (ViewMode.TranslationOnly, Icon.Square, PanelsTexts.TranslationAlone),
        (ViewMode.Generators, Icon.Columns, PanelsTexts.TwoGenerators),
    ];

    /// <summary>How pictures are enlarged while their pixels are not shown.</summary>
    private UpscaleFilter _smoothing = UpscaleFilter.Sharp;

    public void Draw(Ui ui)
    {
        Model(ui);
        style?.Draw(ui);
        ui.Separator();
        View(ui);
        ui.Separator();
        Repeat(ui);
    }

    private void Model(Ui ui)
    {
        ui.Heading(PanelsTexts.Generator);
        if (translator?.Info is not { } info)
        {
            ui.Note(PanelsTexts.NoGenerator, Theme.Warning);
            return;
        }

        ui.Value(PanelsTexts.File, info.Name);
        ui.Value(PanelsTexts.Reads, PanelsTexts.ReadPicture(ui, info.Input.Width, info.Input.Height, info.Palette.Length > 0 ? info.Palette : PanelsTexts.AnyPalette));
        ui.Lines(PanelsTexts.RunsOn, info.Runs, 2);
        if (info.Step > 0)
        {
            ui.Value(PanelsTexts.Step, $"{info.Step:N0}");
        }

        for (var i = 0; i < info.Assumptions.Count; i++)
        {
            ui.Note(info.Assumptions[i]);
        }
    }

    private void View(Ui ui)
    {
        ui.Heading(PanelsTexts.View);
        using (ui.Grid(Views.Length + 1, gap: 4))
        {
            foreach (var (mode, icon, words) in Views)
            {
                if (ui.IconButton(icon, words, isChosen: live.Workspace.Mode == mode, isEnabled: mode != ViewMode.Generators || fade?.Info is not null))
                {
                    view?.Set(TranslationViewComponent.Mode, mode);
                }
            }

            if (ui.IconButton(Icon.FullScreen, PanelsTexts.FullScreen, live.Keys[KeyAction.FullScreen]))
            {
                goOnStage();
            }
        }

        if (view is not { } shown)
        {
            return;
        }

        if (live.Workspace.Mode == ViewMode.Split)
        {
            ui.Property(PanelsTexts.Line, shown, TranslationViewComponent.Split);
        }

        if (live.Workspace.Mode == ViewMode.Overlay)
        {
            ui.Property(PanelsTexts.Labels, shown, TranslationViewComponent.Opacity);
        }

        if (fade is { Info: { } other } fading && live.Workspace.Mode != ViewMode.Generators)
        {
            ui.Property(PanelsTexts.Fade, fading, CrossFadeComponent.Fade);
            ui.Value(PanelsTexts.FadesTo, other.Name);
        }

        var enlarging = shown.Values!.Get(TranslationViewComponent.Enlarging);
        var isNearest = enlarging == UpscaleFilter.Nearest;
        _smoothing = isNearest ? _smoothing : enlarging;
        if (ui.Button(PanelsTexts.Walk, PanelsTexts.WalkHint, live.Keys[KeyAction.Walk]))
        {
            walk.Go();
        }

        live.Controls.Place("walk");
        if (ui.Toggle(PanelsTexts.ShowPixels, ref isNearest, PanelsTexts.ShowPixelsHint))
        {
            shown.Set(TranslationViewComponent.Enlarging, isNearest ? UpscaleFilter.Nearest : _smoothing);
        }
    }

    private void Repeat(Ui ui)
    {
        ui.Heading(PanelsTexts.RepeatStrokes);
        ui.Property(PanelsTexts.Columns, canvas, LabelCanvasComponent.Columns);
        ui.Property(PanelsTexts.Rows, canvas, LabelCanvasComponent.Rows);

        // Always here: what comes and goes would push away what is below it.
        ui.Property(PanelsTexts.Across, canvas, LabelCanvasComponent.Across, canvas.Session.Settings.Repeat.Columns > 1);
        ui.Property(PanelsTexts.Down, canvas, LabelCanvasComponent.Down, canvas.Session.Settings.Repeat.Rows > 1);
    }
}
