using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Health;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Snapshots;
using Pix2Pix.Realtime.Training.Steps;
using Pix2Pix.Realtime.Training.TensorBoard;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Validation, sample sheet and snapshot at a step, when they are due. A full disk is reported and training continues.</summary>
/// <remarks>Thread contract: the training thread.</remarks>
internal sealed class RunEvaluation(SettingValues settings, RunFolder folder, Preview preview, TensorBoardLog? events, HealthMonitor health, Action<TrainingEvent> say)
{
    /// <summary>Steps with a sheet whatever the settings say: a picture after seconds, and the quickest changes.</summary>
    private static readonly long[] EarlySheets = [1, 25, 50, 100, 200];

    /// <summary>Shows what is due.</summary>
    /// <param name="step">How many are done.</param>
    /// <param name="isLast">Whether the run ends here: then all is due.</param>
    /// <param name="trainer">Its generator translates in between, and is as it was afterwards.</param>
    /// <param name="snapshotAsked">Whether somebody wants a snapshot now.</param>
    /// <returns>The validation's L1 if it was due.</returns>
    public double? At(long step, bool isLast, Pix2PixTrainer trainer, bool snapshotAsked)
    {
        var sheet = Due(TrainingSettings.SampleEvery) || EarlySheets.Contains(step);
        var validate = Due(TrainingSettings.ValidateEvery);
        var export = Due(TrainingSettings.SnapshotEvery) || snapshotAsked;
        if (!sheet && !validate && !export)
        {
            return null;
        }

        preview.BeginEvaluation(trainer);
        health.OnSample(step, preview.Look(trainer.Generator));
        double? l1 = validate ? preview.Validate(trainer.Generator) : null;
        if (l1 is { } measured)
        {
            say(new ValidationDone(step, measured));
        }

        if (sheet)
        {
            events?.Write(step, trainer);
            Try(folder.Sample(step), RunsTexts.SampleSheet, step, file => preview.DrawSheet(trainer.Generator, file), file => new SampleSheetDrawn(step, file));
        }

        if (export)
        {
            Export(trainer.Generator, step);
        }

        Preview.EndEvaluation(trainer);
        return l1;

        bool Due(Setting<int> every) => step % settings.Get(every) == 0 || isLast;
    }

    /// <summary>Exports the generator, and deletes the snapshots that are too old.</summary>
    private void Export(GeneratorNetwork generator, long step)
    {
        Try(folder.Snapshot(step), "snapshot", step, file => preview.Export(generator, file, step), file => new SnapshotReady(step, file));
        foreach (var old in Directory.GetFiles(folder.Snapshots, "generator-*.onnx").OrderDescending(StringComparer.Ordinal).Skip(settings.Get(TrainingSettings.Keep) + 1))
        {
            Removal.Try(old);
        }
    }

    private void Try(string file, string what, long step, Action<string> write, Func<string, TrainingEvent> done)
    {
        try
        {
            write(file);
            say(done(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            say(new HealthNoticed(step, Good: false, RunsTexts.OutputNotWritten(what, fault.Message)));
        }
    }
}
