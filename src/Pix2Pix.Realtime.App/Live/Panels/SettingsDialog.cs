using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Gui.Files;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>How the window looks to this person and where its results go. Each change shows at once and is kept when the window closes. UI thread.</summary>
internal sealed class SettingsDialog(LiveContext live, LabelCanvasComponent? canvas)
{
    private const float Width = 480;
    private const float Height = 500;
    private const float ScaleStep = 0.1f;

    private static readonly string[] Themes = ["dark", "light"];

    private readonly PersonalSettings _person = live.Person;
    private string _results = live.Person.Get(PersonalSettings.Results);

    /// <summary>What is being chosen; it follows the slider only when that is let go, or the slider would run away from the pointer.</summary>
    private float _scale = (float)live.Person.Get(PersonalSettings.Scale);
    private FileBrowser? _browser;

    /// <summary>Shows it.</summary>
    /// <returns>Whether it stays.</returns>
    public bool Show(Ui ui)
    {
        if (_browser is not null)
        {
            Browse(ui);
            return true;
        }

        using var dialog = ui.Dialog(PanelsTexts.Settings, Width, Height);
        ui.Heading(PanelsTexts.Appearance);
        Scale(ui);
        var theme = (int)_person.Get(PersonalSettings.Look);
        if (ui.DropDown(PanelsTexts.Theme, ref theme, Themes, PanelsTexts.ThemeHint))
        {
            _person.Set(PersonalSettings.Look, (ThemeKind)theme);
            Theme.Kind = (ThemeKind)theme;
            live.Frames.RequestDraw();
        }

        live.Controls.Place("theme");
        var isDistinct = _person.Get(PersonalSettings.DistinctClasses);
        if (ui.Toggle(PanelsTexts.ColorBlind, ref isDistinct, PanelsTexts.ColorBlindHint))
        {
            _person.Set(PersonalSettings.DistinctClasses, isDistinct);
            canvas?.ShowColors();
        }

        live.Controls.Place("distinct classes");
        ui.Space();
        ui.Heading(PanelsTexts.Pen);
        Pen(ui);
        ui.Space();
        ui.Heading(PanelsTexts.Results);
        Results(ui);
        ui.Space();
        ui.Heading(PanelsTexts.Keys);
        ui.Note(PanelsTexts.OwnKeys(KeyTable.PersonalFile));
        ui.Space();
        using (ui.Row(Track.Fill, 120))
        {
            ui.Label("");
            return !ui.Button(PanelsTexts.Close, isPrimary: true) && !dialog.IsDismissed;
        }
    }

    private void Scale(Ui ui)
    {
        var (least, most) = ((float)PersonalSettings.Scale.Minimum, (float)PersonalSettings.Scale.Maximum);
        ui.Slider(PanelsTexts.InterfaceScale, ref _scale, least, most, ScaleStep, "0.0", PanelsTexts.InterfaceScaleHint);
        live.Controls.Place("interface scale");
        if (!ui.LastDid.IsHeld && _scale != (float)_person.Get(PersonalSettings.Scale))
        {
            _person.Set(PersonalSettings.Scale, Math.Round(_scale, 2));
            _scale = (float)_person.Get(PersonalSettings.Scale);
            live.Log.Write("scale", new { scale = _scale });
            live.Frames.RequestDraw();
        }
    }

    private void Pen(Ui ui)
    {
        var curve = (float)_person.Get(PersonalSettings.PenCurve);
        if (ui.Slider(PanelsTexts.Pressure, ref curve, 0, (float)PersonalSettings.PenCurve.Maximum, ScaleStep, "0.0", PanelsTexts.PressureHint, usual: (float)PersonalSettings.PenCurve.Default))
        {
            _person.Set(PersonalSettings.PenCurve, Math.Round(curve, 2));
        }

        live.Controls.Place("pen pressure");
    }

    private void Results(Ui ui)
    {
        using (ui.Row(Track.Fill, 88))
        {
            if (ui.TextBox("##results", ref _results, live.Results.PicturesPath, PanelsTexts.ResultsHint) == Typed.Entered)
            {
                Take(_results);
            }

            if (ui.Button(PanelsTexts.Browse, PanelsTexts.ChooseResults))
            {
                _browser = new FileBrowser(PanelsTexts.ChooseResults, FileBrowserKind.OpenFolder, live.Results.PicturesPath);
            }
        }

        ui.Note(PanelsTexts.ResultsNote);
    }

    private void Browse(Ui ui)
    {
        if (ui.Answered(ref _browser) is { } chosen)
        {
            _results = chosen;
            Take(chosen);
        }
    }

    private void Take(string folder)
    {
        _person.Set(PersonalSettings.Results, folder.Length > 0 ? Path.GetFullPath(folder) : "");
        live.Log.Write("results", new { folder });
    }
}
