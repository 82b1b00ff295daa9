using System.Diagnostics;
using Pix2Pix.Realtime.App.Processes;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>Measures the program as a process: start-up, memory, and an idle window.</summary>
internal static class ProgramBench
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(180);

    /// <summary>Seconds from starting the program to the end of a run that shows one translated frame; the better of two, so that files are warm.</summary>
    public static async Task<BenchRow> FirstTranslationAsync(string model)
    {
        var best = double.PositiveInfinity;
        for (var run = 0; run < 2; run++)
        {
            var picture = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.png");
            var start = Stopwatch.GetTimestamp();
            using var program = Start("live", "--headless", "--frames", "1", "--model", model, "--screenshot", picture);
            await program.WaitForExitAsync();
            if (program.ExitCode != 0)
            {
                throw new UserException(BenchTexts.LiveFailed(program.ExitCode));
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            File.Delete(picture);
        }

        return BenchRow.Most("start.first_translation_s", best, "s", 2.5);
    }

    /// <summary>Processor time and memory of a window that is left alone. Needs a display.</summary>
    public static async Task<IReadOnlyList<BenchRow>> IdleAsync(string model)
    {
        var log = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.jsonl");
        using var program = Start("live", "--model", model, "--log", log);
        try
        {
            // What the trials of the fastest way take belongs to no idle window.
            await WaitForAsync(program, log, "tuned");
            await Task.Delay(IdleTime);
            program.Refresh();
            var before = program.TotalProcessorTime;
            await Task.Delay(IdleTime);
            program.Refresh();
            return
            [
                BenchRow.Most("idle.cpu_percent", (program.TotalProcessorTime - before) / IdleTime * 100, BenchTexts.OfOneCore, 3),
                BenchRow.Most("app.memory_mb", program.WorkingSet64 / 1e6, "MB", 400),
            ];
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            File.Delete(log);
        }
    }

    private static async Task WaitForAsync(Process program, string log, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!File.Exists(log) || !(await ReadSharedAsync(log)).Contains($"\"event\":\"{what}\"", StringComparison.Ordinal))
        {
            if (program.HasExited || Stopwatch.GetElapsedTime(start) > StartTimeout)
            {
                throw new UserException(BenchTexts.NoFrame(LauncherName.Here));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<string> ReadSharedAsync(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }

    /// <summary>Starts this program again with other arguments.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = SelfProcess.Start(arguments);
        start.RedirectStandardOutput = true;

        // A bench must neither show nor change what the user painted last.
        start.Environment["XDG_CACHE_HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}");
        return Process.Start(start)!;
    }
}
