using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>What a person fills in before Start. UI thread.</summary>
internal sealed class RunForm
{
    /// <summary>pix2pix loads pictures this much larger than it crops them (286 to 256).</summary>
    private const double LoadToCrop = 286.0 / 256;

    private string _data = "synth";
    private string _name = $"run-{DateTime.Now:yyyyMMdd-HHmm}";

    public RunForm()
    {
        Presets = [.. Directory.EnumerateFiles(ProjectFolder.Under("configs"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
        Preset = Math.Max(0, Presets.ToList().IndexOf("quick"));
    }

    /// <summary>The names of <c>configs/*.yaml</c>.</summary>
    public IReadOnlyList<string> Presets { get; }

    public ref string Data => ref _data;

    public ref string Name => ref _name;

    /// <summary>Index in <see cref="Presets"/>.</summary>
    public int Preset { get; set; }

    /// <summary>Which half is the input; null = as the preset says.</summary>
    public Direction? Direction { get; set; }

    public int Width { get; set; } = 16;

    public int Steps { get; set; } = 2000;

    /// <summary>The preset with what the form says; sizes are the canvas's, so that the generator fits it.</summary>
    /// <param name="side">The canvas's side, in pixels.</param>
    /// <param name="runs">Where run folders are made.</param>
    /// <exception cref="UserException">The preset has faults.</exception>
    public SettingValues Settings(int side, string runs)
    {
        var values = ConfigFile.Load(TrainingSettings.Table, ProjectFolder.Under("configs", $"{Presets[Preset]}.yaml"), []);
        values.Set(TrainingSettings.RunName, _name);
        values.Set(TrainingSettings.RunFolder, runs);
        values.Set(TrainingSettings.DataRoot, _data);
        values.Set(TrainingSettings.DataDirection, Direction ?? values.Get(TrainingSettings.DataDirection));
        values.Set(TrainingSettings.CropSize, side);
        values.Set(TrainingSettings.LoadSize, (int)(side * LoadToCrop));
        values.Set(TrainingSettings.GeneratorWidth, Width);
        values.Set(TrainingSettings.DiscriminatorWidth, Width);
        values.Set(TrainingSettings.Steps, Steps);

        // Painting goes on meanwhile: the first generators come soon, then more rarely.
        values.Set(TrainingSettings.SnapshotEvery, Math.Clamp(Steps / 20, 50, 500));
        values.Set(TrainingSettings.CheckpointEvery, Math.Clamp(Steps / 10, 50, 500));
        values.Set(TrainingSettings.SampleEvery, Math.Clamp(Steps / 20, 50, 500));
        values.Set(TrainingSettings.ValidateEvery, Math.Clamp(Steps / 10, 100, 1000));
        return values;
    }
}
