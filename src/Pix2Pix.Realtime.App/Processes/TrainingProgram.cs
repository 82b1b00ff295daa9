using Pix2Pix.Realtime.Files;
using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>Where the training program is. The app knows it only as a process: libtorch never enters the app.</summary>
internal static class TrainingProgram
{
    private const string Project = "Pix2Pix.Realtime.Training";

    /// <summary>The program's file, beside this one in the build's output; it exists once training was asked for and built.</summary>
    public static string File { get; } = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", Project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), $"{Project}.dll"));

    public static bool IsBuilt => System.IO.File.Exists(File);

    /// <summary>How to start it with some arguments.</summary>
    /// <exception cref="UserException">It is not built.</exception>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments) => IsBuilt
        ? new ProcessStartInfo(ProgramPath.Of("dotnet"), [File, .. arguments])
        : throw new UserException("Expected the training program, found none: it is not built yet; run './pix2pix train' once to build it.");
}
