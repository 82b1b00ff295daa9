using System.ComponentModel;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary><c>pix2pix pack</c>: this program for people without the .NET SDK, or the C library in a package for Unity.</summary>
internal sealed class PackCommand : Command<PackCommand.Settings>
{
    private const string Unity = "unity";
    private const string App = "app";

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<WHAT>")]
        [Description("app: this program as archives to unpack and start; unity: a package for Unity's package manager.")]
        public string What { get; init; } = "";

        [CommandOption("--system <RID>")]
        [Description("app: the system that it is for, win-x64 or linux-x64; by default this one.")]
        public string System { get; init; } = RuntimeInformation.RuntimeIdentifier;

        [CommandOption("--library <FOLDER>")]
        [Description("unity: a folder with the published C library, also of another platform; repeat it for several platforms. By default this platform's is built.")]
        public string[] Library { get; init; } = [];

        [CommandOption("-o|--output <PLACE>")]
        [Description("unity: the package, by default out/NAME-VERSION.tgz; app: the folder of the archives, by default out.")]
        public string? Output { get; init; }

        public override ValidationResult Validate() => What switch
        {
            Unity => ValidationResult.Success(),
            App when AppPackage.Systems.Contains(System) => ValidationResult.Success(),
            App => ValidationResult.Error($"Expected --system {string.Join(" or ", AppPackage.Systems)}, found '{System}'."),
            _ => ValidationResult.Error($"Expected {App} or {Unity}, found '{What}'."),
        };
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        foreach (var file in settings.What == App ? PackApp(settings) : PackUnity(settings))
        {
            Console.WriteLine(file);
        }

        return 0;
    }

    private static IEnumerable<string> PackApp(Settings settings)
    {
        var folder = Path.GetFullPath(settings.Output ?? "out");
        Directory.CreateDirectory(folder);
        var package = new AppPackage(settings.System);
        return [package.WriteApp(folder), package.WriteTraining(folder)];
    }

    private static IEnumerable<string> PackUnity(Settings settings)
    {
        var package = new UnityPackage(ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "unity"));
        string[] libraries = settings.Library.Length > 0 ? settings.Library : [PublishLibrary()];
        var output = Path.GetFullPath(settings.Output ?? Path.Combine("out", package.FileName));
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        AtomicFile.Write(output, stream => package.Write(stream, libraries));
        return [output];
    }

    /// <summary>Builds the C library for this platform.</summary>
    /// <exception cref="UserException">It could not be built.</exception>
    private static string PublishLibrary()
    {
        Console.Error.WriteLine("building the C library ...");
        var platform = RuntimeInformation.RuntimeIdentifier;
        return Publication.Run(ProjectFolder.Under("src", "Pix2Pix.Realtime.Native"), platform) is { } fault
            ? throw new UserException($"The C library could not be built (it needs a C compiler: gcc, or Visual Studio's on Windows): {fault}")
            : ProjectFolder.Under("artifacts", "publish", "Pix2Pix.Realtime.Native", $"release_{platform}");
    }
}
