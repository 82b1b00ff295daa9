using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary><c>pix2pix pack unity</c>: the C library of this platform in a package for Unity.</summary>
internal sealed class PackCommand : Command<PackCommand.Settings>
{
    private const string Unity = "unity";

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<WHAT>")]
        [Description("unity: a package for Unity's package manager.")]
        public string What { get; init; } = "";

        [CommandOption("--library <FOLDER>")]
        [Description("A folder with the published C library, also of another platform; repeat it for several platforms. By default this platform's is built.")]
        public string[] Library { get; init; } = [];

        [CommandOption("-o|--output <FILE>")]
        [Description("The package, by default out/NAME-VERSION.tgz.")]
        public string? Output { get; init; }

        public override ValidationResult Validate() =>
            What == Unity ? ValidationResult.Success() : ValidationResult.Error($"Expected {Unity}, found '{What}'.");
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var package = new UnityPackage(ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "unity"));
        string[] libraries = settings.Library.Length > 0 ? settings.Library : [Publish()];
        var output = Path.GetFullPath(settings.Output ?? Path.Combine("out", package.FileName));
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        AtomicFile.Write(output, stream => package.Write(stream, libraries));
        Console.WriteLine(output);
        return 0;
    }

    /// <summary>Builds the C library for this platform.</summary>
    /// <exception cref="UserException">It could not be built.</exception>
    private static string Publish()
    {
        Console.Error.WriteLine("building the C library ...");
        var platform = RuntimeInformation.RuntimeIdentifier;
        var start = new ProcessStartInfo(ProgramPath.Of("dotnet"), ["publish", ProjectFolder.Under("src", "Pix2Pix.Realtime.Native"), "-c", "Release", "-r", platform, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var words = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? ProjectFolder.Under("artifacts", "publish", "Pix2Pix.Realtime.Native", $"release_{platform}")
            : throw new UserException($"The C library could not be built (it needs a C compiler: gcc, or Visual Studio's on Windows): {words.Trim().Split('\n')[0]}");
    }
}
