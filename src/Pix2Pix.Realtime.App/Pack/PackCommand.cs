using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary><c>pix2pix pack unity|krita|blender</c>: the C library of this platform in a package for Unity, or in an add-on for Krita or Blender.</summary>
internal sealed class PackCommand : Command<PackCommand.Settings>
{
    private const string Unity = "unity";

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<WHAT>")]
        [Description("unity: a package for Unity's package manager. krita, blender: a .zip for that program's own importer.")]
        public string What { get; init; } = "";

        [CommandOption("--library <FOLDER>")]
        [Description("A folder with the published C library, also of another platform; repeat it for several platforms. By default this platform's is built.")]
        public string[] Library { get; init; } = [];

        [CommandOption("--model <FILE>")]
        [Description("krita, blender: the generator that the add-on begins with, by default the included one.")]
        public string? Model { get; init; }

        [CommandOption("--palette <NAME>")]
        [Description("krita, blender: the label classes, a name in configs/palettes or a file.")]
        [DefaultValue("cmp-facade")]
        public string Palette { get; init; } = "";

        [CommandOption("-o|--output <FILE>")]
        [Description("The package, by default out/NAME-VERSION.tgz for Unity and out/pix2pix-NAME.zip for the others.")]
        public string? Output { get; init; }

        public override ValidationResult Validate() =>
            What == Unity || AddOnPackage.Hosts.Contains(What)
                ? ValidationResult.Success()
                : ValidationResult.Error($"Expected {Unity}, {string.Join(" or ", AddOnPackage.Hosts)}, found '{What}'.");
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var (name, write) = settings.What == Unity ? ForUnity() : ForHost(settings);
        string[] libraries = settings.Library.Length > 0 ? settings.Library : [Publish()];
        var output = Path.GetFullPath(settings.Output ?? Path.Combine("out", name));
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        AtomicFile.Write(output, stream => write(stream, libraries));
        Console.WriteLine(output);
        return 0;
    }

    private static (string Name, Action<Stream, string[]> Write) ForUnity()
    {
        var package = new UnityPackage(ProjectFolder.Under("src", "Pix2Pix.Realtime.Native", "unity"));
        return (package.FileName, package.Write);
    }

    private static (string Name, Action<Stream, string[]> Write) ForHost(Settings settings)
    {
        var package = new AddOnPackage(settings.What);
        var palette = PaletteFile.Load(settings.Palette);
        var model = settings.Model ?? ProjectFolder.Under("sample-scenes", "facades.onnx");
        return (package.FileName, (stream, libraries) => package.Write(stream, libraries, model, palette));
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
