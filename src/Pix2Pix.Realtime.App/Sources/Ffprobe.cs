namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Asks ffprobe about a file. Any thread.</summary>
internal static class Ffprobe
{
    /// <param name="path">The file.</param>
    /// <param name="entries">What to show, e.g. <c>-show_entries format=duration</c>.</param>
    /// <returns>The exit code, the lines <c>name=value</c> without the wrappers, and what ffprobe complained of.</returns>
    /// <exception cref="UserException">There is no ffprobe.</exception>
    public static async Task<(int ExitCode, string[] Said, FfmpegErrors Complaints)> AskAsync(string path, string[] entries, CancellationToken cancellationToken = default)
    {
        string[] arguments = ["-v", "error", "-select_streams", "v:0", .. entries, "-of", "default=noprint_wrappers=1", .. FfmpegInput.File(path)];
        using var probe = FfmpegProcess.Start("ffprobe", arguments, start => start.RedirectStandardOutput = true, out var complaints);
        var said = (await probe.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await probe.WaitForExitAsync(cancellationToken);
        return (probe.ExitCode, said, complaints);
    }
}
