using Pix2Pix.Realtime.App.Live.Frame;
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

        ui.Heading("Runs");
        ui.List("runs", _rows, ref _chosen, Math.Min(MostRows, _rows.Length) * Theme.ListRowHeight + (2 * Theme.RowGap));
        live.Controls.Place("runs");
        if (_chosen >= 0)
        {
            Chosen(ui, _runs[_chosen]);
        }
    }

    private void Chosen(Ui ui, RunInfo run)
    {
        ui.Value("State", run.Step == 0 ? "no checkpoint" : run.IsDone ? "done" : "can be resumed");
        ui.Value("Step", run.TotalSteps > 0 ? $"{run.Step:N0} of {run.TotalSteps:N0}" : $"{run.Step:N0}");
        ui.Value("Written", $"{run.Changed.LocalDateTime:yyyy-MM-dd HH:mm}");
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button("Resume", "Resume from its newest checkpoint, with its own settings", isEnabled: run.Step > 0 && !run.IsDone))
            {
                Resume(run);
            }

            live.Controls.Place("resume");
            if (ui.Button("Start from it", "Start a new run from its generator, e.g. with other data or learning rates", isEnabled: run.Step > 0))
            {
                live.Notices.Try(() => goOnFrom(run));
                ui.Wake(TimeSpan.Zero);
            }

            live.Controls.Place("start from");
        }

        if (ui.Button("Make it fast", "Train a small generator that imitates this run's newest one, with the same data and number of steps. Resumes an unfinished one", isEnabled: run.Step > 0))
        {
            MakeFast(run);
        }

        live.Controls.Place("make fast");
    }

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
