using System.Runtime.InteropServices;
using System.Text.Json;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Schedules;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Runs;

/// <summary>Everything that a run's future depends on, beside its recipe and its data. Thread contract: the training thread. It owns the trainer.</summary>
internal sealed class RunState(Pix2PixTrainer trainer) : IDisposable
{
    public Pix2PixTrainer Trainer { get; } = trainer;

    /// <summary>Steps done.</summary>
    public long Step { get; set; }

    /// <summary>Pairs of the training order that were drawn, over all ranks.</summary>
    public long Draws { get; set; }

    /// <summary>The factor on the learning rates after rollbacks: 1, 1/2, 1/4.</summary>
    public double RateScale { get; set; } = 1;

    /// <summary>The state of a plateau policy; unchanged with other policies.</summary>
    public Plateau Plateau { get; set; } = Plateau.Start;

    /// <summary>All weights, statistics and moments by name; owned by the trainer.</summary>
    public IReadOnlyList<(string Name, Tensor Value)> Tensors =>
    [
        .. NetworkState.Of(Trainer.Generator).Select(entry => ($"generator.{entry.Name}", entry.Value)),
        .. NetworkState.Of(Trainer.Discriminator).Select(entry => ($"discriminator.{entry.Name}", entry.Value)),
        .. Trainer.GeneratorAdam.State.Select(entry => ($"generator_adam.{entry.Name}", entry.Value)),
        .. Trainer.DiscriminatorAdam.State.Select(entry => ($"discriminator_adam.{entry.Name}", entry.Value)),
        .. (Trainer.Distillation?.Parameters ?? []).Select(entry => (entry.Name, (Tensor)entry.Value)),
        .. (Trainer.Average?.State ?? []).Select(entry => ($"average.{entry.Name}", entry.Value)),
    ];

    /// <summary>What was measured of the dataset's styles; null = the generator knows none.</summary>
    public string? Style { get; init; }

    public bool IsFinite => Tensors.All(tensor => TensorMemory.IsFinite(tensor.Value));

    public CheckpointHeader Header(string settings) => new(
        Step, settings, RateScale, Trainer.StatisticsFrozen, Trainer.GeneratorAdam.Updates, Trainer.DiscriminatorAdam.Updates, Plateau, Style, Draws);

    /// <summary>The state in memory, as a file would hold it.</summary>
    public Checkpoint ToCheckpoint() => new(Header(""), Tensors.ToDictionary(tensor => tensor.Name, tensor => TensorMemory.ToArray(tensor.Value)));

    /// <summary>Takes a checkpoint's state over, all of it or, when it doesn't fit, nothing.</summary>
    /// <param name="batchSize">Pairs of a step in runs that are older than the count of draws.</param>
    /// <exception cref="UserException">The checkpoint belongs to other networks.</exception>
    public void Restore(Checkpoint checkpoint, int batchSize)
    {
        var tensors = Tensors;
        foreach (var (name, value) in tensors)
        {
            var found = checkpoint.Tensors.TryGetValue(name, out var values) ? values.Length : 0;
            if (found != value.numel())
            {
                throw new UserException(RunsTexts.OtherWeights(value.numel(), name, found));
            }
        }

        foreach (var (name, value) in tensors)
        {
            TensorMemory.Write(value, checkpoint.Tensors[name]);
        }

        Take(checkpoint.Header, batchSize);
    }

    /// <summary>Gives rank 0's state to all ranks.</summary>
    public void Share(IRanks ranks)
    {
        if (ranks.Count == 1)
        {
            return;
        }

        Take(JsonSerializer.Deserialize<CheckpointHeader>(ranks.ShareText(JsonSerializer.Serialize(Header(""))))!, batchSize: 0);
        foreach (var (_, value) in Tensors)
        {
            var values = TensorMemory.ToArray(value);
            ranks.Share(MemoryMarshal.AsBytes(values.AsSpan()));
            TensorMemory.Write(value, values);
        }
    }

    public void Dispose() => Trainer.Dispose();

    private void Take(CheckpointHeader header, int batchSize)
    {
        Step = header.Step;
        Draws = header.Draws ?? (header.Step * batchSize);
        RateScale = header.RateScale;
        Plateau = header.Plateau ?? Plateau.Start;
        Trainer.StatisticsFrozen = header.StatisticsFrozen;
        Trainer.GeneratorAdam.Updates = header.GeneratorUpdates;
        Trainer.DiscriminatorAdam.Updates = header.DiscriminatorUpdates;
    }
}
