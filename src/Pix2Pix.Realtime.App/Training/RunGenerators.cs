using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>A run's generators: each new one goes under the brush, beside the one before it where that is wanted, and can be kept. UI thread.</summary>
internal sealed class RunGenerators(LiveContext live, TrainingSession session, TranslatorComponent translator, TranslationViewComponent view, CrossFadeComponent? fade)
{
    private static readonly string KeepTip = RunTexts.KeepHint(KeptGenerators.Folder);

    private bool _showsNewest = true;
    private string? _newest;
    private string? _before;
    private ViewMode? _modeBefore;
    private int _choices;

    /// <summary>Whether two are compared: only as long as nobody chooses another view.</summary>
    private bool Compares => _modeBefore is not null && live.Workspace.Mode == ViewMode.Generators;

    /// <summary>Once a frame: takes a new one over.</summary>
    public void Update()
    {
        FollowChoice();
        if (translator.IsLoading || session.TakeSnapshot() is not { } snapshot)
        {
            return;
        }

        (_before, _newest) = (_newest, snapshot);
        if (_showsNewest)
        {
            translator.LoadInBackground(snapshot, isPassing: true);
            LoadBefore();
        }
    }

    /// <summary>Declares what happens with new ones.</summary>
    public void Draw(Ui ui)
    {
        if (ui.Toggle(RunTexts.ShowNewest, ref _showsNewest, RunTexts.ShowNewestHint) && _showsNewest && _newest is { } newest)
        {
            translator.LoadInBackground(newest, isPassing: true);
        }

        live.Controls.Place("show newest");
        if (fade is null)
        {
            return;
        }

        var compares = Compares;
        if (ui.Toggle(RunTexts.Compare, ref compares, RunTexts.CompareHint))
        {
            Compare(compares);
        }

        live.Controls.Place("compare");
    }

    /// <summary>Declares the button that keeps the newest one; also when the run is over.</summary>
    public void DrawKeep(Ui ui, string run)
    {
        if (_newest is null)
        {
            return;
        }

        if (ui.Button(RunTexts.Keep, KeepTip))
        {
            live.Notices.Try(() => Keep(_newest, run));
        }

        live.Controls.Place("keep");
    }

    /// <summary>A generator that somebody chose stays.</summary>
    private void FollowChoice()
    {
        if (_choices == translator.Choices)
        {
            return;
        }

        _choices = translator.Choices;
        if (session.IsTraining && _showsNewest)
        {
            _showsNewest = false;
            live.Log.Write("follows", new { isOn = false });
            live.Notices.Tell(ToastKind.Note, RunTexts.ChosenStays);
        }
    }

    private void Compare(bool compares)
    {
        if (compares)
        {
            _modeBefore = live.Workspace.Mode;
            live.Workspace.IsSecondFirst = true;
            view.Set(TranslationViewComponent.Mode, ViewMode.Generators);
            LoadBefore();
        }
        else
        {
            view.Set(TranslationViewComponent.Mode, _modeBefore ?? ViewMode.SideBySide);
            _modeBefore = null;
            live.Workspace.IsSecondFirst = false;
        }
    }

    private void LoadBefore()
    {
        if (Compares && _before is { } before)
        {
            fade!.LoadInBackground(before);
        }
    }

    private void Keep(string generator, string run)
    {
        var copy = KeptGenerators.Keep(generator, run);
        live.Log.Write("kept", new { path = copy });
        live.Notices.TellSaved(RunTexts.Kept(copy), copy);
    }
}
