using System.Globalization;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>Finds the runs below a folder by what every run leaves there: its configuration, its checkpoints' names and its log. Any thread.</summary>
internal static partial class RunListing
{
    private const int MostRuns = 200;

    /// <summary>Bytes at the log's end in which the newest speed stands.</summary>
    private const int LogTail = 4096;

    /// <summary>The newest first; none where there is no such folder.</summary>
    /// <param name="folder">Where run folders are made: <c>run.folder</c>.</param>
    public static IReadOnlyList<RunInfo> Of(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(Path.GetFullPath(folder)).Select(Read).OfType<RunInfo>().OrderByDescending(run => run.Changed).Take(MostRuns)];

    /// <returns>Null where the folder holds no run that can be read.</returns>
    private static RunInfo? Read(string folder)
    {
        try
        {
            var (config, log) = (Path.Combine(folder, "config.yaml"), Path.Combine(folder, "train.log"));
            if (!File.Exists(config))
            {
                return null;
            }

            var values = ConfigFile.Load(TrainingSettings.Table, config, []);
            return new RunInfo(
                Path.GetFileName(folder), folder, NewestStep(Path.Combine(folder, "checkpoints")), values.Get(TrainingSettings.Steps),
                new DateTimeOffset(File.GetLastWriteTimeUtc(File.Exists(log) ? log : config)), Speed(log), values.ToYaml());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or UserException)
        {
            return null;
        }
    }

    private static long NewestStep(string checkpoints) => !Directory.Exists(checkpoints)
        ? 0
        : Directory.EnumerateFiles(checkpoints, "step-*.ckpt")
            .Select(file => long.TryParse(Path.GetFileNameWithoutExtension(file).AsSpan("step-".Length), CultureInfo.InvariantCulture, out var step) ? step : 0)
            .DefaultIfEmpty().Max();

    private static double Speed(string log)
    {
        if (RegularFile.WhyNot(log) is not null)
        {
            return 0;
        }

        using var file = RegularFile.OpenRead(log);
        file.Seek(-Math.Min(LogTail, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file);
        var speeds = StepsPerSecond().Matches(reader.ReadToEnd());
        return speeds.Count > 0 ? double.Parse(speeds[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"(\d+\.\d+) steps/s", RegexOptions.CultureInvariant)]
    private static partial Regex StepsPerSecond();
}
