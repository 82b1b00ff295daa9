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

    private const string PenHelp = "How a pen's pressure changes the brush's size: 1 = evenly, more = press harder for a large brush, 0 = not at all";

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

        using var dialog = ui.Dialog("Settings", Width, Height);
        ui.Heading("Appearance");
        Scale(ui);
        var theme = (int)_person.Get(PersonalSettings.Look);
        if (ui.DropDown("Theme", ref theme, Themes, "Dark or light panels"))
        {
            _person.Set(PersonalSettings.Look, (ThemeKind)theme);
            Theme.Kind = (ThemeKind)theme;
            live.Frames.RequestDraw();
        }

        live.Controls.Place("theme");
        var isDistinct = _person.Get(PersonalSettings.DistinctClasses);
        if (ui.Toggle("Class colours for the colour-blind", ref isDistinct, "Shows the classes in colours that are told apart without red and green; files keep the palette's colours"))
        {
            _person.Set(PersonalSettings.DistinctClasses, isDistinct);
            canvas?.ShowColors();
        }

        live.Controls.Place("distinct classes");
        ui.Space();
        ui.Heading("Pen");
        Pen(ui);
        ui.Space();
        ui.Heading("Results");
        Results(ui);
        ui.Space();
        ui.Heading("Keys");
        ui.Note($"Your own keys go into {KeyTable.PersonalFile}; configs/keys.yaml says how.");
        ui.Space();
        using (ui.Row(Track.Fill, 120))
        {
            ui.Label("");
            return !ui.Button("Close", isPrimary: true) && !dialog.IsDismissed;
        }
    }

    private void Scale(Ui ui)
    {
        var (least, most) = ((float)PersonalSettings.Scale.Minimum, (float)PersonalSettings.Scale.Maximum);
        ui.Slider("Interface scale", ref _scale, least, most, ScaleStep, "0.0", "How large texts and controls are, beyond the system's own scale");
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
        if (ui.Slider("Pressure", ref curve, 0, (float)PersonalSettings.PenCurve.Maximum, ScaleStep, "0.0", PenHelp, usual: (float)PersonalSettings.PenCurve.Default))
        {
            _person.Set(PersonalSettings.PenCurve, Math.Round(curve, 2));
        }

        live.Controls.Place("pen pressure");
    }

    private void Results(Ui ui)
    {
        using (ui.Row(Track.Fill, 88))
        {
            if (ui.TextBox("##results", ref _results, live.Results.PicturesPath, "Pictures, recordings and runs go there; empty = the folder shown in grey") == Typed.Entered)
            {
                Take(_results);
            }

            if (ui.Button("Browse", "Choose the folder for results"))
            {
                _browser = new FileBrowser("Choose the folder for results", FileBrowserKind.OpenFolder, live.Results.PicturesPath);
            }
        }

        ui.Note("Pictures, recordings and runs go there. Runs follow when the window opens next.");
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
