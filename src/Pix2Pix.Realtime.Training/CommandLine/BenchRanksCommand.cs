using System.ComponentModel;
using System.Text.Json;
using Pix2Pix.Realtime.Ranks;
using Pix2Pix.Realtime.Training.Benchmarks;
using Pix2Pix.Realtime.Training.Native;
using Pix2Pix.Realtime.Training.Ranks;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>
/// <c>bench-ranks</c>: what several ranks gain, for the app's <c>bench ranks</c>: one process, then two ranks by shared memory, then two by TCP; and a model of more ranks on more
/// machines, whose rows say that they are extrapolated. Under <c>mpirun</c> it measures its ranks and prints the figures of rank 0.
/// </summary>
internal sealed class BenchRanksCommand : Command<BenchRanksCommand.Options>
{
    private const int Two = 2;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly int[] ModelledRanks = [1, 2, 4, 8, 16, 32, 64];
    private static readonly int[] ModelledGigabits = [1, 10, 100];
    private static readonly string[] OverTcp = ["--mca", "btl", "tcp,self"];

    internal sealed class Options : CommandSettings
    {
        [CommandOption("--width <CHANNELS>")]
        [Description("Channels of the first level of both networks.")]
        [DefaultValue(64)]
        public int Width { get; init; }

        [CommandOption("--steps <COUNT>")]
        [Description("Counted steps of each measurement.")]
        [DefaultValue(10)]
        public int Steps { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var ranks = RankGroup.Join();
        LibTorch.LoadForTraining();
        if (ranks.Count == 1)
        {
            // Before the minutes of measuring.
            MpiProgram.Find(Two);
        }

        var measured = RankBenchmark.Measure(ranks, options.Width, options.Steps);
        if (ranks.Count == 1)
        {
            Print(Rows(options.Width, measured, Launched(options), Launched(options, OverTcp)));
        }
        else if (ranks.Rank == 0)
        {
            Print(measured);
        }

        ranks.Leave();
        return 0;
    }

    private static RankTimes Launched(Options options, params string[] mpi)
    {
        var line = MpiCommand.Line(Two, mpi, ["bench-ranks", "--width", $"{options.Width}", "--steps", $"{options.Steps}"]);
        using var process = MpiCommand.Start(line, start => start.RedirectStandardOutput = true);
        var figures = process.StandardOutput.ReadToEndAsync();
        return new MpiOutput().HandOn(process) is { } fault ? throw new UserException(fault) : JsonSerializer.Deserialize<RankTimes>(figures.GetAwaiter().GetResult(), Names)!;
    }

    private static IEnumerable<Row> Rows(int width, RankTimes alone, RankTimes together, RankTimes overTcp)
    {
        yield return new("ranks.efficiency", alone.StepMilliseconds / together.StepMilliseconds, "", ">= 0.85");
        yield return new("ranks.waiting_percent", 100 * together.SummingMilliseconds / together.StepMilliseconds, "%", "<= 10");
        var name = $"ranks.measured.w{width}";
        yield return new($"{name}.step_ms.n1", alone.StepMilliseconds, "ms", null);
        yield return new($"{name}.step_ms.n2.memory", together.StepMilliseconds, "ms", null);
        yield return new($"{name}.step_ms.n2.tcp", overTcp.StepMilliseconds, "ms", null);
        yield return new($"{name}.gradients_mb", alone.GradientBytes / 1e6, "MB", null);
        yield return new("ranks.measured.sum.memory", together.BytesPerSecond / 1e9, "GB/s", null);
        yield return new("ranks.measured.sum.tcp", overTcp.BytesPerSecond / 1e9, "GB/s", null);
        yield return new("ranks.measured.latency.memory", together.LatencySeconds * 1e6, "µs", null);
        yield return new("ranks.measured.latency.tcp", overTcp.LatencySeconds * 1e6, "µs", null);

        // How well the model knows what was measured: two ranks of one machine.
        var model = StepModel.Of(alone, overTcp);
        yield return new($"ranks.extrapolated.w{width}.step_ms.n2.tcp", model.Milliseconds(Two, double.PositiveInfinity), "ms", null);
        foreach (var gigabits in ModelledGigabits)
        {
            foreach (var count in ModelledRanks)
            {
                yield return new($"ranks.extrapolated.w{width}.step_ms.n{count}.{gigabits}gbit", model.Milliseconds(count, gigabits), "ms", null);
            }
        }
    }

    private static void Print<T>(T figures) => Console.WriteLine(JsonSerializer.Serialize(figures, Names));

    private sealed record Row(string Name, double Value, string Unit, string? Target);
}
