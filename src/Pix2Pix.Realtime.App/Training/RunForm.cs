using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>The form filled in before Start. UI thread.</summary>
internal sealed class RunForm
{
    /// <summary>pix2pix loads pictures this much larger than it crops them (286 to 256).</summary>
    private const double LoadToCrop = 286.0 / 256;

    /// <summary>The one file beside the presets that is none.</summary>
    private const string Keys = "keys";

    private readonly Func<int> _side;
    private readonly string _runs;
    private readonly Dictionary<Setting, string> _edits = [];
    private string _data;
    private string _name = $"run-{DateTime.Now:yyyyMMdd-HHmm}";
    private string _startFrom = "";
    private SettingValues? _resolved;
    private (int, Direction?, int, int, string, string, string, int, int) _key;
    private int _editCount;

    /// <param name="side">The canvas's side, in pixels: the generator must fit it.</param>
    /// <param name="runs">Where run folders are made.</param>
    /// <param name="data">The dataset that was trained on last; empty = none was.</param>
    public RunForm(Func<int> side, string runs, string data)
    {
        (_side, _runs, _data) = (side, runs, data.Length > 0 ? data : SynthesizedPairs.Root);
        Presets = [.. Directory.EnumerateFiles(ProjectFolder.Under("configs"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != Keys).Order(StringComparer.Ordinal)];
        PresetWords = [.. Presets.Select(WordsOf)];
        Preset = Math.Max(0, Array.IndexOf(Presets, "quick"));
    }

    /// <summary>The names of <c>configs/*.yaml</c>.</summary>
    public string[] Presets { get; }

    /// <summary>What each preset says about itself: the comment at its file's beginning.</summary>
    public string[] PresetWords { get; }

    public ref string Data => ref _data;

    public ref string Name => ref _name;

    /// <summary>The generator to continue from: a run's folder or a file of weights; empty = the preset's where it fits, else new weights.</summary>
    public ref string StartFrom => ref _startFrom;

    /// <summary>What an empty <see cref="StartFrom"/> stands for.</summary>
    public string PresetStart => Settings.Get(TrainingSettings.StartFrom) is { Length: > 0 } start ? start : TrainingTexts.NewWeights;

    /// <summary>Index in <see cref="Presets"/>.</summary>
    public int Preset { get; set; }

    /// <summary>Which half is the input; null = as the preset says.</summary>
    public Direction? Direction { get; set; }

    public int Width { get; set; } = 16;

    public int Steps { get; set; } = 2000;

    /// <summary>The preset with what the form says and what was edited beyond it. Immutable from here on: the next change makes another.</summary>
    /// <exception cref="UserException">The preset has faults.</exception>
    public SettingValues Settings
    {
        get
        {
            var key = (Preset, Direction, Width, Steps, _data, _name, _startFrom, _editCount, _side());
            if (_resolved is null || key != _key)
            {
                (_key, _resolved) = (key, Resolve());
            }

            return _resolved;
        }
    }

    /// <summary>Whether a setting was edited beyond preset and form.</summary>
    public bool IsEdited(Setting setting) => _edits.ContainsKey(setting);

    /// <summary>Gives a setting a value that wins over preset and form.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    public string? Edit(Setting setting, string text)
    {
        var refusal = Settings.Clone().TrySet(setting, text);
        if (refusal is null)
        {
            _edits[setting] = text;
            _editCount++;
        }

        return refusal;
    }

    /// <summary>Takes an edit back.</summary>
    public void Reset(Setting setting) => _editCount += _edits.Remove(setting) ? 1 : 0;

    /// <summary>Makes the next run continue from a run's generator: the same layers, with other data or other rates.</summary>
    public void GoOnFrom(RunInfo run)
    {
        var before = ConfigFile.Parse(TrainingSettings.Table, run.Settings, $"{run.Folder}/config.yaml", []);
        Width = before.Get(TrainingSettings.GeneratorWidth);
        foreach (var setting in before.Table.All.Where(IsLayers).Where(setting => Settings.Text(setting) != before.Text(setting)))
        {
            Edit(setting, before.Text(setting));
        }

        _startFrom = run.Folder;
    }

    private static string WordsOf(string preset) =>
        string.Join(' ', File.ReadLines(ProjectFolder.Under("configs", $"{preset}.yaml")).TakeWhile(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()));

    private static bool IsLayers(Setting setting) =>
        setting.Path.StartsWith("generator.", StringComparison.Ordinal) && setting != TrainingSettings.StartFrom && setting != TrainingSettings.GeneratorWidth;

    private SettingValues Resolve()
    {
        var (values, side) = (ConfigFile.Load(TrainingSettings.Table, ProjectFolder.Under("configs", $"{Presets[Preset]}.yaml"), []), _side());
        values.Set(TrainingSettings.RunName, _name);
        values.Set(TrainingSettings.RunFolder, _runs);
        values.Set(TrainingSettings.DataRoot, _data);

        // On a canvas twice or four times the preset's size the generator works in blocks of as many pixels: it costs little more, and starts from the same weights.
        var (own, patch) = (values.Get(TrainingSettings.CropSize), (int)values.Get(TrainingSettings.GeneratorPatch));
        var isMultiple = side % own == 0 && (side / own * patch) is 1 or 2 or 4;
        values.Set(TrainingSettings.GeneratorPatch, (PatchSide)(isMultiple ? side / own * patch : patch));

        // The generator that a preset starts from fits its own size, or such a multiple, and its own width; with others, weights are new.
        var fits = isMultiple && Width == values.Get(TrainingSettings.GeneratorWidth);
        values.Set(TrainingSettings.StartFrom, _startFrom.Length > 0 || !fits ? _startFrom : values.Get(TrainingSettings.StartFrom));
        values.Set(TrainingSettings.DataDirection, Direction ?? values.Get(TrainingSettings.DataDirection));
        values.Set(TrainingSettings.CropSize, side);
        values.Set(TrainingSettings.LoadSize, (int)(side * LoadToCrop));
        values.Set(TrainingSettings.GeneratorWidth, Width);
        values.Set(TrainingSettings.DiscriminatorWidth, Width);
        values.Set(TrainingSettings.Steps, Steps);

        // Painting continues meanwhile: the first generators come soon, then more rarely.
        values.Set(TrainingSettings.SnapshotEvery, Math.Clamp(Steps / 20, 50, 500));
        values.Set(TrainingSettings.CheckpointEvery, Math.Clamp(Steps / 10, 50, 500));
        values.Set(TrainingSettings.SampleEvery, Math.Clamp(Steps / 20, 50, 500));
        values.Set(TrainingSettings.ValidateEvery, Math.Clamp(Steps / 10, 100, 1000));
        foreach (var (setting, text) in _edits)
        {
            values.TrySet(setting, text);
        }

        return values;
    }
}
