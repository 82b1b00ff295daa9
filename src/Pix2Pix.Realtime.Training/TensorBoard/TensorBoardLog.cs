using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.TensorBoard;

/// <summary>
/// A run for TensorBoard: losses under pix2pix's own names, the values in force, the validation's L1, the sample sheets and how the weights are spread, in
/// <c>events.out.tfevents.*</c>. Each start of the run makes a file of its own. Thread contract: the training thread.
/// </summary>
internal sealed class TensorBoardLog : IDisposable
{
    private const string Prefix = "events.out.tfevents.";

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Action<string> _warn;
    private AppendedFile _file;

    /// <param name="folder">The run's folder; it exists.</param>
    /// <param name="step">Where the run continues.</param>
    /// <param name="warn">Hears of a full disk.</param>
    public TensorBoardLog(string folder, long step, TimeProvider time, Action<string> warn)
    {
        (_folder, _time, _warn) = (folder, time, warn);
        _file = Begin(step);
    }

    /// <summary>Takes the validation and the sample sheets.</summary>
    public void Hear(TrainingEvent happened)
    {
        switch (happened)
        {
            case ValidationDone validation:
                Append(EventMessages.Scalars(Now, validation.Step, [("validation_L1", validation.L1)]));
                break;
            case SampleSheetDrawn sheet when ImageFile.Measure(sheet.File) is { } size:
                Append(EventMessages.Picture(Now, sheet.Step, "samples", size, RegularFile.ReadAllBytes(sheet.File)));
                break;
        }
    }

    public void Write(long step, Losses losses, StepPlan plan) => Append(EventMessages.Scalars(Now, step,
    [
        ("G_GAN", losses.GeneratorGan), ("G_L1", losses.GeneratorL1), ("D_real", losses.DiscriminatorReal), ("D_fake", losses.DiscriminatorFake),
        ("generator_lr", plan.GeneratorRate), ("discriminator_lr", plan.DiscriminatorRate),
        ("real_target", plan.RealTarget), ("switch_probability", plan.SwitchProbability), ("noise_sigma", plan.NoiseSigma),
        .. losses.GradientPenalty is { } penalty ? [("gradient_penalty", penalty)] : Array.Empty<(string, double)>(),
        .. losses is { TeacherL1: { } l1, TeacherFeatures: { } features } ? [("teacher_L1", l1), ("teacher_features", features)] : Array.Empty<(string, double)>(),
        .. losses.Perceptual is { } perceptual ? [("G_perceptual", perceptual)] : Array.Empty<(string, double)>(),
        .. losses.FeatureMatching is { } matching ? [("G_feature_matching", matching)] : Array.Empty<(string, double)>(),
        .. losses.Lattice is { } lattice ? [("G_lattice", lattice)] : Array.Empty<(string, double)>(),
    ]));

    /// <summary>Histograms of both networks' weights, as they stand.</summary>
    public void Write(long step, Pix2PixTrainer trainer) => Append(EventMessages.Histograms(Now, step,
    [
        .. Weights("generator", trainer.Generator), .. Weights("discriminator", trainer.Discriminator),
    ]));

    /// <summary>The run went back to a step: what came after it is forgotten.</summary>
    public void GoOnFrom(long step)
    {
        _file.Dispose();
        _file = Begin(step);
    }

    public void Dispose() => _file.Dispose();

    private double Now => _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>A new file, named so that TensorBoard reads it after the ones before; those lose the steps that the run will take again.</summary>
    private AppendedFile Begin(long step)
    {
        var earlier = Directory.GetFiles(_folder, Prefix + "*");
        foreach (var file in earlier)
        {
            try
            {
                RegularFile.Require(file);
                EventRecords.CutAfter(file, step);
            }
            catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
            {
                _warn(TensorBoardTexts.FileDamaged(Path.GetFileName(file), fault.Message));
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{_time.GetUtcNow().ToUnixTimeSeconds():d10}.{Environment.MachineName}.{earlier.Length:d4}");
        var begun = new AppendedFile(Path.Combine(_folder, name), _warn);
        begun.Append(EventRecords.Frame(EventMessages.Version(Now)));
        begun.Append(EventRecords.Frame(EventMessages.SessionStart(Now, step + 1)));
        return begun;
    }

    private static IEnumerable<(string Tag, Histogram Weights)> Weights(string network, nn.Module module) => module.named_parameters().Select(entry =>
    {
        Histogram? histogram = null;
        TensorMemory.Read(entry.parameter, values => histogram = Histogram.Of(values));
        return ($"{network}/{entry.name}", histogram!);
    });

    private void Append(byte[] message) => _file.Append(EventRecords.Frame(message));
}
