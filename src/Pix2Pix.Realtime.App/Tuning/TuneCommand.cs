using Pix2Pix.Realtime.Files;
using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// <c>pix2pix tune</c>: the trials of <see cref="Tuner"/>, in a process of their own, so that their memory goes when they end and a generator that crashes ONNX Runtime takes no
/// window with it. It keeps what it finds, and says it on stdout.
/// </summary>
internal sealed class TuneCommand : Command<TuneCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("The generator.")]
        public string Model { get; init; } = "";

        [CommandOption("--cache <FOLDER>")]
        [Description("The cache folder; by default the user's.")]
        public string? Cache { get; init; }

        [CommandOption("--no-int8")]
        [Description("Do not try int8.")]
        public bool NoInt8 { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        // Before ONNX Runtime starts threads, which inherit it: who paints meanwhile must not feel it.
        Process.GetCurrentProcess().PriorityClass = ProcessPriorityClass.BelowNormal;
        var cache = settings.Cache is { } folder ? new ChoiceCache(folder) : ChoiceCache.ForUser();
        var options = new LoadOptions { Provider = ExecutionProvider.Cpu };
        var choice = cache.Find(settings.Model);
        if (choice is null)
        {
            choice = ChoiceTrial.Fastest(settings.Model, OnnxFile.Read(settings.Model), options);
            RequireKept(cache.TryKeep(settings.Model, choice), cache);
            Console.WriteLine(TuningTexts.Floats(choice));
        }

        var identity = ChoiceCache.Identify(settings.Model);
        if (!settings.NoInt8 && cache.PrefersInt8(identity) is null)
        {
            KeepInt8(cache, identity, settings.Model, choice.ApplyTo(options));
        }

        return 0;
    }

    private static void RequireKept(bool isKept, ChoiceCache cache)
    {
        if (!isKept)
        {
            throw new UserException(TuningTexts.NoCache(cache.Folder));
        }
    }

    private static void KeepInt8(ChoiceCache cache, string identity, string model, LoadOptions floats)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-tune-");
        try
        {
            var (file, words) = Int8Trial.Better(model, floats, folder.FullName);
            RequireKept(cache.TryKeepInt8(identity, file), cache);
            Console.WriteLine($"{(file is null ? TuningTexts.FloatsStay : "int8")}: {words}");
        }
        finally
        {
            Removal.TryFolder(folder.FullName);
        }
    }
}
