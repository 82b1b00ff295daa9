using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.RunFiles;
using Pix2Pix.Realtime.Training.Steps;

namespace Pix2Pix.Realtime.Training.Logs;

/// <summary><c>metrics.csv</c>: the losses, and the values in force at that step. Thread contract: the training thread.</summary>
internal sealed class MetricsFile : IDisposable
{
    /// <summary>Steps between two rows.</summary>
    public const int Every = 10;

    private const string Columns = "step,D_real,D_fake,G_GAN,G_L1,generator_lr,discriminator_lr,real_target,fake_target,switched,noise_sigma,validation_l1,switch_probability,gradient_penalty,teacher_l1,teacher_features";

    /// <summary>Columns that only the runs with such a loss have, after the others.</summary>
    private static readonly (string Name, Setting<double> Weight, Func<Losses, double?> Of)[] Further =
    [
        ("perceptual", TrainingSettings.PerceptualWeight, losses => losses.Perceptual),
        ("feature_matching", TrainingSettings.FeatureMatchingWeight, losses => losses.FeatureMatching),
        ("lattice", TrainingSettings.LatticeWeight, losses => losses.Lattice),
    ];

    private readonly (string Name, Setting<double> Weight, Func<Losses, double?> Of)[] _further;
    private readonly string _path;
    private readonly Action<string> _warn;
    private AppendedFile _file;

    /// <param name="path">Made, or gone on with.</param>
    /// <param name="step">Where the run continues; rows of later steps, which an interrupted run left, are dropped.</param>
    /// <param name="settings">The run's recipe, which says what there is to write.</param>
    /// <param name="warn">Hears of a full disk.</param>
    public MetricsFile(string path, long step, SettingValues settings, Action<string> warn)
    {
        _further = [.. Further.Where(column => settings.Get(column.Weight) > 0)];
        (_path, _warn) = (path, warn);
        _file = OpenUpTo(step);
    }

    /// <summary>The run went back to a step: the rows of later ones are dropped, for it will write them again.</summary>
    public void GoOnFrom(long step)
    {
        _file.Dispose();
        _file = OpenUpTo(step);
    }

    /// <param name="validation">Mean absolute difference on the 0..1 scale, where it was measured.</param>
    public void Write(long step, Losses losses, StepPlan plan, double? validation) => _file.AppendLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{step},{losses.DiscriminatorReal:g6},{losses.DiscriminatorFake:g6},{losses.GeneratorGan:g6},{losses.GeneratorL1:g6},{plan.GeneratorRate:g6},{plan.DiscriminatorRate:g6},{plan.RealTarget:g6},{plan.FakeTarget:g6},{(plan.Switched ? 1 : 0)},{plan.NoiseSigma:g6},{validation:g6},{plan.SwitchProbability:g6},{losses.GradientPenalty:g6},{losses.TeacherL1:g6},{losses.TeacherFeatures:g6}{string.Concat(_further.Select(column => string.Create(CultureInfo.InvariantCulture, $",{column.Of(losses):g6}")))}"));

    public void Dispose() => _file.Dispose();

    private string Header => string.Join(',', [Columns, .. _further.Select(column => column.Name)]);

    private AppendedFile OpenUpTo(long step)
    {
        if (File.Exists(_path))
        {
            DropAfter(step);
        }

        var file = new AppendedFile(_path, _warn);
        if (file.IsEmpty)
        {
            file.AppendLine(Header);
        }

        return file;
    }

    private void DropAfter(long step)
    {
        try
        {
            RegularFile.Require(_path);
            var rows = File.ReadLines(_path).Skip(1).Select(line => (Line: line, Step: StepOf(line))).ToList();
            if (rows.Count(row => row.Step is null) is > 0 and var damaged)
            {
                _warn(LogsTexts.RowsDropped(damaged, Path.GetFileName(_path)));
            }

            AtomicFile.WriteText(_path, string.Concat(rows.Where(row => row.Step <= step).Select(row => row.Line).Prepend(Header).Select(line => line + "\n")));
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            _warn(LogsTexts.NotTruncated(Path.GetFileName(_path), step, fault.Message));
        }
    }

    private static long? StepOf(string line) =>
        long.TryParse(line.AsSpan(0, Math.Max(0, line.IndexOf(',', StringComparison.Ordinal))), CultureInfo.InvariantCulture, out var step) ? step : null;
}
