using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>Where the training program is. The app knows it only as a process: libtorch never enters the app.</summary>
internal static class TrainingProgram
{
    /// <summary>The folder of the training program in a packed program.</summary>
    public const string PackedFolder = "training";

    private const string Project = "Pix2Pix.Realtime.Training";
    private const string Debug = "debug";

    private static readonly string Own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>Where it may be: unpacked into this program's folder, or beside it in the build's output.</summary>
    private static readonly string[] Folders = [Path.Combine(Own, PackedFolder), Path.GetFullPath(Path.Combine(Own, "..", "..", Project, Path.GetFileName(Own)))];

    /// <summary>The program's file; where there is none yet, the place that a build puts it.</summary>
    public static string File => Folders.Select(folder => Path.Combine(folder, $"{Project}.dll")).FirstOrDefault(System.IO.File.Exists) ?? Path.Combine(Folders[^1], $"{Project}.dll");

    public static bool IsBuilt => System.IO.File.Exists(File);

    /// <summary>How to start it with some arguments. It saves and ends when this process is gone.</summary>
    /// <exception cref="UserException">It is not built.</exception>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        if (!IsBuilt)
        {
            throw new UserException(ProcessesTexts.NoTrainingProgram(HowToGet));
        }

        // With a runtime of its own beside it, it needs no installed .NET, and there may be none.
        var start = System.IO.File.Exists(Path.Combine(Path.GetDirectoryName(File)!, OperatingSystem.IsWindows() ? "hostfxr.dll" : "libhostfxr.so"))
            ? new ProcessStartInfo(Path.ChangeExtension(File, OperatingSystem.IsWindows() ? ".exe" : null), arguments)
            : new ProcessStartInfo(ProgramPath.Of("dotnet"), [File, .. arguments]);
        ParentProcess.NameIn(start);
        return start;
    }

    /// <summary>Builds it where it is missing.</summary>
    /// <param name="say">Hears, in one sentence, that it takes a while.</param>
    /// <exception cref="UserException">There are no sources to build it from, or the build failed.</exception>
    public static async Task RequireAsync(Action<string> say)
    {
        if (IsBuilt)
        {
            return;
        }

        if (!HasSources)
        {
            throw new UserException(ProcessesTexts.NoTrainingProgram(HowToGet));
        }

        say(ProcessesTexts.BuildingTraining);
        var configuration = Path.GetFileName(Own) == Debug ? "Debug" : "Release";
        string[] arguments = ["build", ProjectFolder.Under("src", Project), "-c", configuration, "-v", "quiet", "-nologo", "-clp:NoSummary"];
        var start = new ProcessStartInfo(ProgramPath.Of("dotnet"), arguments) { RedirectStandardOutput = true };
        try
        {
            using var build = Process.Start(start)!;
            var words = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            if (!IsBuilt)
            {
                throw new UserException(ProcessesTexts.NotBuilt(words.Trim().Split('\n')[0].Trim()));
            }
        }
        catch (Win32Exception fault)
        {
            throw new UserException(ProcessesTexts.NoSdk, fault);
        }
    }

    private static bool HasSources => Directory.Exists(ProjectFolder.Under("src", Project));

    private static string HowToGet => HasSources
        ? ProcessesTexts.HowToBuild(LauncherName.Here)
        : ProcessesTexts.HowToUnpack(Own);
}
