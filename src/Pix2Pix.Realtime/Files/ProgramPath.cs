namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Finds programs as a shell does: by the folders of PATH. The system's own ways to start a process also look into the current folder, where a file that came with
/// somebody's pictures could lie. Any thread.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The file to start.</summary>
    /// <param name="name">A name on the path, or a file.</param>
    /// <returns>Where there is none, a file that doesn't exist: starting it fails as for any missing program, and nothing else is started in its place.</returns>
    public static string Of(string name) => Find(name) ?? Path.Combine(AppContext.BaseDirectory, $"{name} is not on the path");

    /// <summary>Looks for a program.</summary>
    /// <param name="name">A name on the path, or a file.</param>
    /// <returns>The file to start: a name with a folder in it as it is, another as an absolute path; null = there is none.</returns>
    public static string? Find(string name)
    {
        if (Path.GetDirectoryName(name) is { Length: > 0 })
        {
            return name;
        }

        string[] endings = OperatingSystem.IsWindows() && !Path.HasExtension(name) ? [".exe", ".cmd", ".bat"] : [""];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified);
        return folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string file)
    {
        const UnixFileMode Runs = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Runs) != 0);
    }
}
