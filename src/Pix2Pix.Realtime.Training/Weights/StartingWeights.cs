using Pix2Pix.Realtime.Settings;
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

    /// <param name="path">A run's folder, or a file of weights.</param>
    /// <param name="say">Hears of damaged checkpoints.</param>
    /// <exception cref="UserException">There is no such thing, or no generator in it.</exception>
    public StartingWeights(string path, Action<string> say)
    {
        _path = path;
        if (!Directory.Exists(path))
        {
            _file = GeneratorWeights.Load(path);
            return;
        }

        var folder = RunFolder.Open(path);
        _run = CheckpointStore.Open(folder, ConfigFile.Load(TrainingSettings.Table, folder.Config, []), say).Latest()
            ?? throw new UserException($"Expected a checkpoint in '{folder.Checkpoints}' to start from, found no complete one; train that run longer.");
    }

    /// <summary>Writes the weights into a new run's generator.</summary>
    /// <exception cref="UserException">The generator has other layers.</exception>
    public void CopyTo(GeneratorNetwork network)
    {
        if (_run is null)
        {
            _file!.CopyTo(network);
            return;
        }

        foreach (var (name, value) in NetworkState.Of(network))
        {
            // Where a run averages its weights, the average is what it showed.
            var found = _run.Tensors.GetValueOrDefault(Averaged + name) ?? _run.Tensors.GetValueOrDefault(Trained + name);
            if (found?.Length != value.numel())
            {
                throw new UserException($"Expected {value.numel()} values of '{name}' in the run '{_path}', found {found?.Length ?? 0}: its generator has other layers; use the same generator settings as in {_path}/config.yaml.");
            }

            TensorMemory.Write(value, found);
        }
    }
}
