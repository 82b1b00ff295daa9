using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.RunFiles;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>The generator that <c>generator.start_from</c> names, which a new run starts from. Read once; immutable.</summary>
internal sealed class StartingWeights
{
    private const string Trained = "generator.";
    private const string Averaged = "average.";

    private readonly string _path;
    private readonly GeneratorWeights? _file;
    private readonly Checkpoint? _run;
    private readonly StyleDefinition? _style;

    /// <param name="path">A run's folder, or a file of weights: where the process stands, or else in the program's folder, so that the configurations in <c>configs/</c> can name the included generator.</param>
    /// <param name="say">Hears of damaged checkpoints.</param>
    /// <exception cref="UserException">There is no such thing, or no generator in it.</exception>
    public StartingWeights(string path, Action<string> say)
    {
        _path = Find(path);
        if (!Directory.Exists(_path))
        {
            (_file, _style) = Load(_path);
            return;
        }

        var folder = RunFolder.Open(_path);
        _run = CheckpointStore.Open(folder, ConfigFile.Load(TrainingSettings.Table, folder.Config, []), say).Latest()
            ?? throw new UserException(WeightsTexts.NoCheckpoint(folder.Checkpoints));
        _style = _run.Header.Style is { } text ? ModelStyle.Parse(text).Definition : null;
    }

    /// <summary>Writes the weights into a new run's generator.</summary>
    /// <param name="style">What the numbers of its style are; null = it has none.</param>
    /// <exception cref="UserException">The generator has other layers.</exception>
    public void CopyTo(GeneratorNetwork network, StyleDefinition? style)
    {
        if (_run is null)
        {
            (_file! with { Weights = _file.Weights.ToDictionary(one => one.Key, one => Restyled(one.Key, one.Value, style)) }).CopyTo(network);
            return;
        }

        foreach (var (name, value) in NetworkState.Of(network))
        {
            // Where a run averages its weights, the average is what it showed.
            var found = _run.Tensors.GetValueOrDefault(Averaged + name) ?? _run.Tensors.GetValueOrDefault(Trained + name);
            if (found is null && name.EndsWith(StyleColumns.Suffix, StringComparison.Ordinal))
            {
                // The run knew no styles: zeros, with which it translates as it did.
                continue;
            }

            if (found is not null && EnlargedWeights.Of(name, found, value.shape) is { } larger)
            {
                found = larger;
            }

            if (found is not null)
            {
                found = Restyled(name, found, style);
            }

            if (found?.Length != value.numel())
            {
                throw new UserException(WeightsTexts.OtherLayers(value.numel(), name, _path, found?.Length ?? 0));
            }

            TensorMemory.Write(value, found);
        }
    }

    private static (GeneratorWeights Weights, StyleDefinition? Style) Load(string path)
    {
        if (!path.EndsWith(Snapshot.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return (GeneratorWeights.Load(path), null);
        }

        var snapshot = Snapshot.Read(path);
        return (snapshot.Generator, snapshot.Metadata.Style?.Definition);
    }

    private WeightTensor Restyled(string name, WeightTensor weight, StyleDefinition? style) =>
        Restyled(name, weight.Values, style) is var values && values != weight.Values ? new WeightTensor([weight.Dims[0], values.Length / weight.Dims[0]], values) : weight;

    /// <summary>The weights of a style as the run's own definition orders its numbers; others as they are.</summary>
    private float[] Restyled(string name, float[] values, StyleDefinition? style) =>
        _style is not null && style is not null && name.EndsWith(StyleColumns.Suffix, StringComparison.Ordinal) ? StyleColumns.Of(values, _style, style) : values;

    private static string Find(string path)
    {
        var places = new[] { path, ProjectFolder.Under(path) };
        return places.FirstOrDefault(place => File.Exists(place) || Directory.Exists(place)) ?? throw new UserException(
            WeightsTexts.NothingToStartFrom(Path.GetFullPath(path), places[1]));
    }
}
