using System.ComponentModel;
using System.Text.Json;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Benchmarks;
using Pix2Pix.Realtime.Training.Native;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>bench-train</c>: the training rows of the performance table, for the app's <c>bench train</c>.</summary>
internal sealed class BenchTrainCommand : Command<BenchTrainCommand.Options>
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    internal sealed class Options : CommandSettings
    {
        [CommandOption("--json")]
        [Description("Print the rows as JSON.")]
        public bool Json { get; init; }

        [CommandOption("--width <CHANNELS>")]
        [Description("Only this width.")]
        public int? Width { get; init; }

        [CommandOption("--steps <COUNT>")]
        [Description("Counted steps of each loop.")]
        [DefaultValue(15)]
        public int Steps { get; init; }

        [CommandOption("--peak <CHANNELS>")]
        [Description("Only the peak of memory at this width.")]
        public int? Peak { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        LibTorch.LoadForTraining();
        Row[] rows = options switch
        {
            { Peak: { } peak } => [new($"train.w{peak}.peak_gb", RunBenchmark.PeakGigabytes(peak), "GB", peak == 64 ? "<= 2.5" : null)],
            { Width: { } width } => [.. Steps(width, options.Steps)],
            _ => [.. Steps(32, options.Steps), .. Steps(64, options.Steps), new("train.data_wait_percent", RunBenchmark.DataWaitPercent(32, options.Steps), "%", "<= 3")],
        };
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Names));
            return 0;
        }

        foreach (var row in rows)
        {
            Console.WriteLine(FormattableString.Invariant($"{row.Name,-32} {row.Value,10:f3} {row.Unit,-4} {row.Target}"));
        }

        return 0;
    }

    private static IEnumerable<Row> Steps(int width, int steps)
    {
        var (plain, ours) = TrainingBenchmark.Measure(width, TrainingPrecision.Float32, steps);
        if (width == 32)
        {
            yield return new Row("train.step_ms", ours, "ms", null);
        }

        var (floats, chosen) = width switch
        {
            32 => (">= 1.2", ">= 1.8"),
            64 => (">= 1.35", ">= 2"),
            _ => (null, null),
        };
        yield return new Row(width == 32 ? "train.ratio_to_plain" : $"train.w{width}.fp32_ratio_to_plain", plain / ours, "x", floats);
        (plain, ours) = TrainingBenchmark.Measure(width, TrainingPrecision.Auto, steps);
        yield return new Row($"train.w{width}.auto_ratio_to_plain", plain / ours, "x", chosen);
    }

    private sealed record Row(string Name, double Value, string Unit, string? Target);
}
