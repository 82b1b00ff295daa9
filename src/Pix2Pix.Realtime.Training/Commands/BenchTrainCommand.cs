using System.ComponentModel;
using System.Text.Json;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.Benchmarks;
using Pix2Pix.Realtime.Training.Native;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.Commands;

/// <summary><c>bench-train</c>: the training rows of the performance table, for the app's <c>bench train</c>.</summary>
internal sealed class BenchTrainCommand : Command<BenchTrainCommand.Options>
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    internal sealed class Options : CommandSettings
    {
        [CommandOption("--json")]
        [Description("Print the rows as JSON")]
        public bool Json { get; init; }

        [CommandOption("--width <CHANNELS>")]
        [Description("Only this width")]
        public int? Width { get; init; }

        [CommandOption("--steps <COUNT>")]
        [Description("Counted steps of each loop")]
        [DefaultValue(15)]
        public int Steps { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        LibTorch.Load();
        var rows = new List<Row>();
        if (options.Width is null or 32)
        {
            var (plain, ours) = TrainingBenchmark.Measure(32, TrainingPrecision.Float32, options.Steps);
            rows.Add(new Row("train.step_ms", ours, "ms", null));
            rows.Add(new Row("train.ratio_to_plain", plain / ours, "x", ">= 1"));
        }

        if (options.Width is { } width and not 32 and not 64)
        {
            var (plain, ours) = TrainingBenchmark.Measure(width, TrainingPrecision.Float32, options.Steps);
            rows.Add(new Row($"train.w{width}.fp32_ratio_to_plain", plain / ours, "x", null));
        }

        if (options.Width is 64)
        {
            var (plain, ours) = TrainingBenchmark.Measure(64, TrainingPrecision.Float32, options.Steps);
            rows.Add(new Row("train.w64.fp32_ratio_to_plain", plain / ours, "x", ">= 1.2"));
            (plain, ours) = TrainingBenchmark.Measure(64, TrainingPrecision.BFloat16, options.Steps);
            rows.Add(new Row("train.w64.bf16_ratio_to_plain", plain / ours, "x", ">= 1.6"));
        }

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

    private sealed record Row(string Name, double Value, string Unit, string? Target);
}
