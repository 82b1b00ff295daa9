using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The runs that can be gone on with, the newest first. UI thread; the disk is read on the thread pool, or by the host.</summary>
internal sealed class RunList(LiveContext live, TrainingSession session, Action<RunInfo> goOnFrom)
{
    private const int MostRows = 6;

    private IReadOnlyList<RunInfo> _found = [];
    private IReadOnlyList<RunInfo> _runs = [];
    private string[] _rows = [];
    private int _chosen = -1;
    private int _turn = -1;
    private RunInfo? _renamed;
    private RunInfo? _deleted;
    private string _name = "";

    /// <summary>The newest first; another list whenever the disk was read.</summary>
    public IReadOnlyList<RunInfo> Found => _runs;

    /// <summary>Declares the list and the chosen run's facts.</summary>
    public void Draw(Ui ui)
    {
        if (Refresh())
        {
            // What stands above was declared before this was known.
            ui.Wake(TimeSpan.Zero);
        }

        if (_runs.Count == 0)
        {
            return;
        }

        ui.Heading(RunListTexts.Runs);
        ui.List("runs", _rows, ref _chosen, Math.Min(MostRows, _rows.Length) * Theme.ListRowHeight + (2 * Theme.RowGap));
        live.Controls.Place("runs");
        if (_chosen >= 0)
        {
            Chosen(ui, _runs[_chosen]);
        }
    }

    private void Chosen(Ui ui, RunInfo run)
    {
        ui.Value(RunListTexts.State, run.Step == 0 ? RunListTexts.NoCheckpoint : run.IsDone ? "done" : RunListTexts.CanBeResumed);
        ui.Value(RunListTexts.Step, run.TotalSteps > 0 ? RunListTexts.StepOf(run.Step, run.TotalSteps) : $"{run.Step:N0}");
        ui.Value(RunListTexts.Written, $"{run.Changed.LocalDateTime:yyyy-MM-dd HH:mm}");
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(RunListTexts.Resume, RunListTexts.ResumeHint, isEnabled: run.Step > 0 && !run.IsDone))
            {
                Resume(run);
            }

            live.Controls.Place("resume");
            if (ui.Button(RunListTexts.StartFrom, RunListTexts.StartFromHint, isEnabled: run.Step > 0))
            {
                live.Notices.Try(() => goOnFrom(run));
                ui.Wake(TimeSpan.Zero);
            }

            live.Controls.Place("start from");
        }

        if (ui.Button(RunListTexts.MakeFast, RunListTexts.MakeFastHint, isEnabled: run.Step > 0))
        {
            MakeFast(run);
        }

        live.Controls.Place("make fast");
        if (session.IsLocal)
        {
            Manage(ui, run);
        }
    }

    private void Manage(Ui ui, RunInfo run)
    {
        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button(RunListTexts.Rename, RunListTexts.RenameHint))
            {
                (_renamed, _name) = (run, run.Name);
            }

            live.Controls.Place("rename run");
            if (ui.Button(RunListTexts.Delete, RunListTexts.DeleteHint))
            {
                _deleted = run;
            }

            live.Controls.Place("delete run");
            if (ui.Button(RunListTexts.Folder, RunListTexts.FolderHint))
            {
                live.Notices.Try(() => FileManager.Show(run.Folder));
            }
        }

        if (_renamed == run)
        {
            if (ui.TextBox(RunListTexts.NewName, ref _name, run.Name, RunListTexts.NewNameHint) == Typed.Entered)
            {
                _renamed = null;
                live.Notices.Try(() => Rename(run, _name));
            }

            live.Controls.Place("new name", _name);
        }
    }

    /// <summary>Once a frame, after everything else was declared: asks before a run is deleted.</summary>
    public void Update()
    {
        if (_deleted is not { } run)
        {
            return;
        }

        var answer = live.Ui.Confirm(RunListTexts.DeleteQuestion(run.Name), RunListTexts.DeleteNote(run.Folder, run.Step), RunListTexts.Delete, losesSomething: true);
        if (answer != Answer.NotYet)
        {
            _deleted = null;
            if (answer == Answer.Yes)
            {
                Delete(run);
            }
        }
    }

    private void Rename(RunInfo run, string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(run.Folder)!, name);
        if (name.Length == 0 || Path.GetFileName(name) != name || name is "." or "..")
        {
            throw new UserException(RunListTexts.NoFolderName(name));
        }

        if (Path.Exists(folder))
        {
            throw new UserException(RunListTexts.NameTaken(folder));
        }

        Directory.Move(run.Folder, folder);
        live.Log.Write("renamed", new { from = run.Name, to = name });
        Find();
    }

    /// <summary>Apart from the frame's own path, for what its lambda captures.</summary>
    private void Delete(RunInfo run) => live.Notices.Try(() =>
    {
        var held = Path.Combine(run.Folder, "run.lock");
        using (FileLock.TryTake(held) ?? throw new UserException(RunListTexts.InUse(run.Name, FileLock.Holder(held))))
        {
            // Nobody trains there; what begins in this very moment finds no folder.
        }

        Directory.Delete(run.Folder, recursive: true);
        live.Log.Write("deleted", new { run = run.Name });
        live.Notices.Tell(ToastKind.Done, RunListTexts.Deleted(run.Name));
        Find();
    });

    private void MakeFast(RunInfo run) => live.Notices.Try(() =>
    {
        var student = StudentRecipe.Of(ConfigFile.Parse(TrainingSettings.Table, run.Settings, $"{run.Folder}/config.yaml", []), run.Folder);
        session.Start(student, resume: _runs.Any(other => other.Name == student.Get(TrainingSettings.RunName)));
    });

    /// <summary>A run may have been moved: where it lies counts, not where it once was made.</summary>
    private void Resume(RunInfo run) => live.Notices.Try(() =>
    {
        var settings = ConfigFile.Parse(TrainingSettings.Table, run.Settings, $"{run.Folder}/config.yaml", []);
        settings.Set(TrainingSettings.RunFolder, Path.GetDirectoryName(run.Folder)!);
        settings.Set(TrainingSettings.RunName, run.Name);
        session.Start(settings, resume: true);
    });

    /// <summary>Refreshes the list whenever a run has ended, and takes over what was found.</summary>
    /// <returns>Whether another list is here.</returns>
    private bool Refresh()
    {
        if (_turn != session.Turns)
        {
            _turn = session.Turns;

            // Another machine is not bothered before the first run there.
            if (session.IsLocal || session.IsConnected)
            {
                Find();
            }
        }

        var found = Volatile.Read(ref _found);
        var isNew = !ReferenceEquals(found, _runs);
        if (isNew)
        {
            _runs = found;
            _rows = [.. found.Select(run => run.TotalSteps > 0 ? $"{run.Name}  ·  {100 * run.Step / run.TotalSteps}%" : run.Name)];
            _chosen = found.Count > 0 ? 0 : -1;
        }

        return isNew;
    }

    private void Find() => Task.Run(async () =>
    {
        try
        {
            var runs = session.IsLocal ? RunListing.Of(session.Runs) : await (await session.HostAsync()).RunsAsync(session.Runs, CancellationToken.None);
            Volatile.Write(ref _found, runs);
            live.Log.Write("runs", new { count = runs.Count });
        }
        catch (Exception fault)
        {
            live.Notices.Tell(ToastKind.Warning, fault.Message);
        }

        live.Pump.Wake();
    });
}
