using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>
/// What the named dataset holds, as soon as it is named: pairs, sizes, problems, and three pairs with the input above the target, so that
/// the direction is seen. UI thread; the looking is done on the thread pool, or by the host where the data is the host's.
/// </summary>
internal sealed class DatasetCard(LiveContext live, TrainingSession session, RunForm form)
{
    /// <summary>Seconds without a key until a path counts as typed.</summary>
    private const double TypingPause = 0.5;

    private const float PictureSide = 72;

    /// <summary>As many as most datasets' words need, so that nothing below moves while they are looked for.</summary>
    private const int WordLines = 2;

    private const int MostProblems = 3;

    private double _due = double.PositiveInfinity;
    private int _asked;
    private DatasetLook? _look;
    private DatasetReport? _remarksOf;
    private OfferedRemark[] _remarks = [];

    /// <summary>Whether the newest look found something that can't be trained on.</summary>
    public bool IsWrong => Volatile.Read(ref _look)?.Fault is not null;

    /// <summary>Looks soon: the user may continue typing. Where the data is the host's, only a finished path is worth a connection.</summary>
    public void Typed(Typed typed)
    {
        if (typed == Rendering.Gui.Controls.Typed.Entered || (typed == Rendering.Gui.Controls.Typed.Edited && session.IsLocal))
        {
            LookAt(typed == Rendering.Gui.Controls.Typed.Entered ? 0 : live.Pump.Seconds + TypingPause);
        }
    }

    /// <summary>Looks now: another dataset, preset or direction was chosen.</summary>
    public void Chosen() => LookAt(0);

    /// <summary>Once a frame.</summary>
    public void Update(double seconds)
    {
        if (seconds >= _due)
        {
            _due = double.PositiveInfinity;
            live.Notices.Try(() => Look(form.Settings, ++_asked));
        }

        live.Frames.WakeAt(_due);
    }

    /// <summary>Declares what was found.</summary>
    /// <returns>Whether the user wants input and target swapped.</returns>
    public bool Draw(Ui ui)
    {
        if (Volatile.Read(ref _look) is not { } look)
        {
            ui.Note(TrainingTexts.Looking, least: WordLines);
            return false;
        }

        if (look.Report is not { } report)
        {
            ui.Note(look.Fault ?? "", Theme.Warning);
            return false;
        }

        // The pictures of before stay meanwhile, so that nothing below jumps up and down again.
        ui.Note(look.Number == _asked ? report.Words : TrainingTexts.Looking, least: WordLines);
        Row(ui, "input", look.Inputs, look.Number);
        Row(ui, "target", look.Targets, look.Number);
        var swaps = ui.Button(TrainingTexts.Swap, TrainingTexts.SwapHint);
        if (!ReferenceEquals(_remarksOf, report))
        {
            (_remarksOf, _remarks) = (report, [.. report.Remarks.Select(OfferedRemark.Of)]);
        }

        foreach (var remark in _remarks)
        {
            Remark(ui, remark);
        }

        foreach (var problem in report.Problems.Take(MostProblems))
        {
            ui.Note(problem, Theme.Bad);
        }

        if (report.Problems.Count > MostProblems)
        {
            ui.Note(TrainingTexts.MoreSkipped(report.Problems.Count - MostProblems), Theme.Bad);
        }

        return swaps;
    }

    private void Remark(Ui ui, OfferedRemark remark)
    {
        ui.Note(remark.Words, Theme.Warning);
        if (remark.Setting is not { } setting)
        {
            return;
        }

        var isOn = form.Settings.Get(setting);
        if (ui.Toggle(remark.Label, ref isOn, setting.Path))
        {
            form.Edit(setting, isOn ? "true" : "false");
            live.Log.Write("setting", new { path = setting.Path, text = isOn });
        }

        live.Controls.Place(setting.Path);
    }

    private void LookAt(double due)
    {
        _due = due;
        live.Frames.WakeAt(due);
    }

    private static void Row(Ui ui, string name, IReadOnlyList<PixelImage> pictures, long version)
    {
        ui.Label(name, Theme.TextDim);
        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            foreach (var picture in pictures)
            {
                ui.Image(picture, PictureSide, version: version);
            }
        }
    }

    private void Look(SettingValues values, int number) => Task.Run(async () =>
    {
        try
        {
            if (!session.IsLocal && values.Get(TrainingSettings.DataRoot) != SynthesizedPairs.Root)
            {
                Show(DatasetLook.Of(await (await session.HostAsync()).CheckDatasetAsync(values.ToYaml(), CancellationToken.None), number), isLast: true);
                return;
            }

            Show(DatasetLook.Of(DatasetReports.Glance(values), number), isLast: false);
            if (number == Volatile.Read(ref _asked))
            {
                Show(DatasetLook.Of(DatasetReports.Make(values), number), isLast: true);
            }
        }
        catch (Exception fault)
        {
            Show(new DatasetLook(number, null, fault.Message, [], []), isLast: true);
        }
    });

    /// <summary>Any thread. A later question may have been answered sooner.</summary>
    private void Show(DatasetLook look, bool isLast)
    {
        if (look.Number == Volatile.Read(ref _asked))
        {
            Volatile.Write(ref _look, look);
            live.Log.Write("dataset", new { pairs = look.Report?.TrainingPairs, words = look.Report?.Words, fault = look.Fault, isLast });
            live.Pump.Wake();
        }
    }
}
