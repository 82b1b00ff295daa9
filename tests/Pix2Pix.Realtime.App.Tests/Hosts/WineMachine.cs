using System.Diagnostics;
using System.IO.Compression;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>
/// A fresh Windows by Wine, without any .NET, and this program in it as people get it: packed for win-x64 and unpacked. The settings below are Wine 8's needs, not
/// the program's: it can't map memory that is both written and run, knows no NUMA nodes, and calls itself Windows 7. One for all tests of the class.
/// </summary>
public sealed class WineMachine : IDisposable
{
    private const string Wine = "wine";
    private const string Boot = "wineboot";
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _times = [];
    private readonly Lazy<string[]> _archives;
    private readonly Lazy<string> _library;

    public WineMachine()
    {
        _archives = new(PackProgram);
        _library = new(() => PackLibrary("win-x64"));
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(0, RunTool(Boot, "-i").ExitCode);
        Assert.Equal(0, RunTool(Wine, "reg", "add", @"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f").ExitCode);
        Note("a fresh Wine prefix", start);
    }

    /// <summary>The archives of the app and of the training program; packed when first asked for, as the others.</summary>
    internal IReadOnlyList<string> Archives => _archives.Value;

    /// <summary>The unpacked folder.</summary>
    public string Program => Archives.Count > 0 ? At("unpacked", "pix2pix") : "";

    /// <summary>The unpacked folder of the C library.</summary>
    public string Library => _library.Value;

    /// <summary>A place for a test's files; Linux' path.</summary>
    public string At(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    /// <summary>The same place as Windows' programs call it.</summary>
    public static string WindowsPath(string path) => $"Z:{path.Replace('/', '\\')}";

    /// <summary>The other way round.</summary>
    public static string LinuxPath(string path) => path[2..].Replace('\\', '/');

    /// <summary>How to start the program.</summary>
    /// <param name="display">An X display; empty = none.</param>
    public ProcessStartInfo Start(string display, params IEnumerable<string> arguments) => Start(Wine, display, [Path.Combine(Program, "pix2pix.exe"), .. arguments]);

    /// <summary>Runs the program to its end.</summary>
    public (int ExitCode, string Output, string Errors) Run(string display, string[] arguments) => Run(Start(display, arguments));

    /// <summary>Ends all programs of Windows.</summary>
    internal void EndSession() => RunTool("wineserver", "-k");

    public void Dispose()
    {
        if (Directory.Exists(At("prefix")))
        {
            EndSession();
        }

        _folder.Dispose();
    }

    /// <summary>Packs the C library and unpacks it.</summary>
    /// <returns>The unpacked folder.</returns>
    internal string PackLibrary(string system)
    {
        var start = Stopwatch.GetTimestamp();
        var archive = At($"{system}.zip");
        new NativePackage(system).Write(archive);
        ZipFile.ExtractToDirectory(archive, At(system));
        Note($"pack the C library for {system}", start);
        return Directory.GetDirectories(At(system)).Single();
    }

    private string[] PackProgram()
    {
        var start = Stopwatch.GetTimestamp();
        var package = new AppPackage("win-x64");
        var folder = Directory.CreateDirectory(At("archives")).FullName;
        string[] archives = [package.WriteApp(folder), package.WriteTraining(folder)];
        foreach (var archive in archives)
        {
            ZipFile.ExtractToDirectory(archive, At("unpacked"));
        }

        Note("pack and unpack", start);
        return archives;
    }

    internal (int ExitCode, string Output, string Errors) RunTool(string program, params string[] arguments) => Run(Start(program, "", arguments));

    internal static (int ExitCode, string Output, string Errors) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Keeps how long something took, for the table in the tests' output.</summary>
    internal void Note(string what, long start)
    {
        _times[what] = $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s";
        TestContext.Current.SendDiagnosticMessage($"wine: {what} {_times[what]}");
    }

    internal ProcessStartInfo Start(string program, string display, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Directory.CreateDirectory(At("work")).FullName };
        start.Environment["WINEPREFIX"] = At("prefix");
        start.Environment["WINEDEBUG"] = "-all";

        // Neither Mono nor a browser is wanted in the prefix; later without that, for Wine asks the library it stands for about every .NET assembly. No debugger waits for anybody.
        start.Environment["WINEDLLOVERRIDES"] = program == Boot ? "mscoree=;mshtml=;winemenubuilder.exe=d" : "winedbg.exe=d;winemenubuilder.exe=d";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["KMP_AFFINITY"] = "disabled";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DISPLAY"] = display;
        foreach (var name in (string[])["DOTNET_ROOT", "WAYLAND_DISPLAY", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LC_ALL", ProjectFolder.Variable])
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
