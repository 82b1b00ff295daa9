using System.ComponentModel;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary><c>pix2pix pack</c>: this program for people without the .NET SDK, or the C library: by itself, in a package for Unity, or in an add-on for Krita or Blender.</summary>
internal sealed class PackCommand : Command<PackCommand.Settings>
{
    private const string Unity = "unity";
    private const string App = "app";
    private const string Native = "native";

    private static string Here => RuntimeInformation.RuntimeIdentifier;

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<WHAT>")]
        [Description("app: this program as archives to unpack and start; native: the C library with all that a C program needs; unity: a package for Unity's package manager; krita, blender: a .zip for that program's add-on importer.")]
        public string What { get; init; } = "";

        [CommandOption("--system <RID>")]
        [Description("The system that it is for: win-x64 or linux-x64. By default this one; unity: all that the C library can be built for here.")]
        public string? System { get; init; }

        [CommandOption("--library <FOLDER>")]
        [Description("unity: a folder with the published C library, also of another platform; repeat it for several platforms. By default it is built.")]
        public string[] Library { get; init; } = [];

        [CommandOption("--model <FILE>")]
        [Description("krita, blender: the generator that the add-on starts with; by default the included one.")]
        public string? Model { get; init; }

        [CommandOption("--palette <NAME>")]
        [Description("krita, blender: the label classes, a name in configs/palettes or a file.")]
        [DefaultValue("cmp-facade")]
        public string Palette { get; init; } = "";

        [CommandOption("-o|--output <PLACE>")]
        [Description("The package, by default out/NAME-VERSION.tgz for Unity and out/pix2pix-NAME.zip for the others; app: the folder of the archives, by default out.")]
        public string? Output { get; init; }

        public override ValidationResult Validate()
        {
            if (What is not (App or Native or Unity) && !AddOnPackage.Hosts.Contains(What))
            {
                return ValidationResult.Error(PackTexts.UnknownPackage(string.Join(", ", App, Native, Unity, string.Join(" or ", AddOnPackage.Hosts)), What));
            }

            // A library that is given may be for any system.
            var isBuilt = What is App or Native || Library.Length == 0;
            string[] systems = What == App ? AppPackage.Systems : CLibrary.Systems;
            return isBuilt && !systems.Contains(System ?? Here)
                ? ValidationResult.Error(PackTexts.UnknownSystem(string.Join(" or ", systems), System ?? Here))
                : ValidationResult.Success();
        }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        foreach (var file in settings.What switch { App => PackApp(settings), Native => PackNative(settings), _ => PackLibrary(settings) })
        {
            Console.WriteLine(file);
        }

        return 0;
    }

    private static IEnumerable<string> PackApp(Settings settings)
    {
        var folder = Path.GetFullPath(settings.Output ?? "out");
        Directory.CreateDirectory(folder);
        var package = new AppPackage(settings.System ?? Here);
        return [package.WriteApp(folder), package.WriteTraining(folder)];
    }

    private static IEnumerable<string> PackNative(Settings settings)
    {
        var package = new NativePackage(settings.System ?? Here);
        var output = Place(settings, package.FileName);
        package.Write(output);
        return [output];
    }

    private static IEnumerable<string> PackLibrary(Settings settings)
    {
        var (name, write) = settings.What == Unity ? ForUnity() : ForHost(settings);
        string[] systems = settings.System is { } one ? [one] : settings.What == Unity ? CLibrary.Systems : [Here];
        string[] libraries = settings.Library.Length > 0 ? settings.Library : [.. systems.Select(CLibrary.Publish)];
        var output = Place(settings, name);
        AtomicFile.Write(output, stream => write(stream, libraries));
        return [output];
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

    /// <summary>The file to write; its folder is made.</summary>
    private static string Place(Settings settings, string name)
    {
        var output = Path.GetFullPath(settings.Output ?? Path.Combine("out", name));
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        return output;
    }
}
