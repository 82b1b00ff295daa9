using Pix2Pix.Realtime.Costs;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Batches;
using Pix2Pix.Realtime.Training.Health;
using Pix2Pix.Realtime.Training.Networks;
using Pix2Pix.Realtime.Training.Steps;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Snapshots;

/// <summary>Validation, sample sheets and exports of a run's generator, all in the mode in which the canvas will use it.</summary>
/// <remarks>Thread contract: the training thread. It owns the pictures it keeps.</remarks>
internal sealed class Preview : IDisposable
{
    /// <summary>Rows of a sample sheet.</summary>
    private const int SheetRows = 4;

    private readonly IPairSource _validation;
    private readonly SnapshotWriter _writer;
    private readonly Tensor? _statisticsInputs;
    private readonly Tensor? _statisticsStyles;
    private readonly Tensor? _neutral;
    private readonly Batch _sheet;
    private readonly Device _device;

    /// <param name="style">Null = the generator knows none.</param>
    public Preview(PairSources pairs, GeneratorShape shape, SnapshotWriter writer, Device device, RunStyle? style = null)
    {
        _neutral = style?.Neutral(device).DetachFromDisposeScope();
        (_validation, _writer, _device) = (pairs.Validation, writer, device);
        _sheet = Batch.Load(_validation, Spread(_validation.Count, SheetRows));
        var training = pairs.Training;
        if (shape.Norm == NormKind.Batch && shape.Statistics == NormStatistics.Running)
        {
            var inputs = Batch.Load(training, Spread(training.Count, StatisticsInputs.Count(shape, training.Size)), style);
            _statisticsInputs = inputs.ToTensors(training, device).Input.DetachFromDisposeScope();
            _statisticsStyles = inputs.StyleTensor(device)?.DetachFromDisposeScope();
        }
    }

    /// <summary>
    /// Puts the generator into the mode in which it translates, with its averaged weights if it has them and the neutral style if it knows styles; where that uses the training data's
    /// statistics, estimates them unless they are frozen. <see cref="EndEvaluation"/> follows before the next step.
    /// </summary>
    public void BeginEvaluation(Pix2PixTrainer trainer)
    {
        trainer.Average?.StandIn(true);
        if (_statisticsInputs is { } inputs && !trainer.StatisticsFrozen)
        {
            trainer.Generator.Style = _statisticsStyles;
            Translation.EstimateStatistics(trainer.Generator, inputs);
        }

        trainer.Generator.Style = _neutral;
        Translation.Enter(trainer.Generator, trainer.Generator.Shape.Statistics);
    }

    /// <summary>Gives the generator its own weights back.</summary>
    public static void EndEvaluation(Pix2PixTrainer trainer) => trainer.Average?.StandIn(false);

    /// <summary>Mean absolute difference to the targets over all validation pairs, on the 0..1 scale.</summary>
    public double Validate(GeneratorNetwork generator)
    {
        var sum = 0.0;
        for (var i = 0; i < _validation.Count; i++)
        {
            using var scope = NewDisposeScope();
            var (input, target) = Batch.Load(_validation, [(i, null)]).ToTensors(_validation, _device);
            sum += (Translation.Translate(generator, input) - target).abs().mean().Number() / 2;
        }

        return sum / _validation.Count;
    }

    /// <summary>Draws input | output | target of a few validation pairs.</summary>
    public void DrawSheet(GeneratorNetwork generator, string path)
    {
        using var scope = NewDisposeScope();
        var (input, target) = _sheet.ToTensors(_validation, _device);
        SampleSheetFile.Draw(path, input, TranslateSheet(generator, input), target);
    }

    /// <summary>How the sheet's pictures look to the health monitor.</summary>
    public OutputLook Look(GeneratorNetwork generator)
    {
        using var scope = NewDisposeScope();
        var (input, _) = _sheet.ToTensors(_validation, _device);
        var output = TranslateSheet(generator, input);
        return new OutputLook(output.flatten(1).std(1).max().Number(), Step(input), Step(output));

        // From each picture to the next; a single pair says nothing.
        static double Step(Tensor pictures) => pictures.shape[0] < 2 ? 0 : (pictures.narrow(0, 1, pictures.shape[0] - 1) - pictures.narrow(0, 0, pictures.shape[0] - 1)).abs().mean().Number();
    }

    public void Export(GeneratorNetwork generator, string path, long step, WeightPrecision precision = WeightPrecision.Fp32) =>
        _writer.Write(path, generator, generator.Shape.Statistics, precision, step);

    private Tensor TranslateSheet(GeneratorNetwork generator, Tensor input) =>
        cat([.. Enumerable.Range(0, _sheet.Pairs).Select(i => Translation.Translate(generator, input[i].unsqueeze(0)))], 0);

    public void Dispose()
    {
        _statisticsInputs?.Dispose();
        _statisticsStyles?.Dispose();
        _neutral?.Dispose();
    }

    private static (int, ulong?)[] Spread(int count, int wanted)
    {
        var taken = Math.Min(count, wanted);
        return [.. Enumerable.Range(0, taken).Select(i => ((int)((long)i * count / taken), (ulong?)null))];
    }
}
