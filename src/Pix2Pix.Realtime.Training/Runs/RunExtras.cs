using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Snapshots;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>The files that a run can do without, sample sheets and snapshots: a full disk is said and training goes on. Thread contract: the training thread.</summary>
/// <param name="keep">How many snapshots stay besides the newest.</param>
internal sealed class RunExtras(RunFolder folder, Preview preview, int keep, Action<TrainingEvent> say)
{
    public void DrawSheet(GeneratorNetwork generator, long step) =>
        Try(folder.Sample(step), "sample sheet", step, file => preview.DrawSheet(generator, file), file => new SampleSheetDrawn(step, file));

    /// <summary>Exports the generator, and deletes the snapshots that are too old.</summary>
    public void Export(GeneratorNetwork generator, long step)
    {
        Try(folder.Snapshot(step), "snapshot", step, file => preview.Export(generator, file, step), file => new SnapshotReady(step, file));
        foreach (var old in Directory.GetFiles(folder.Snapshots, "generator-*.onnx").OrderDescending(StringComparer.Ordinal).Skip(keep + 1))
        {
            File.Delete(old);
        }
    }

    private void Try(string file, string what, long step, Action<string> write, Func<string, TrainingEvent> done)
    {
        try
        {
            write(file);
            say(done(file));
        }
        catch (IOException fault)
        {
            say(new HealthNoticed(step, Good: false, $"The {what} could not be written, training goes on: {fault.Message}"));
        }
    }
}
