using System.ComponentModel;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Labels;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Data;

/// <summary><c>pix2pix data synth</c>: draws paired facades into a new folder.</summary>
internal sealed class DataSynthCommand : Command<DataSynthCommand.Options>
{
    public override int Execute(CommandContext context, Options settings, CancellationToken cancellationToken)
    {
        var palette = PaletteFile.Load("cmp-facade");
        WorkProgress.Run("drawing", settings.Count, step =>
        {
            SynthesizedFolder.Write(settings.Output, settings.Count, settings.Seed, settings.Size, palette, () => step(settings.Count));
            return settings.Count;
        });
        Console.WriteLine(DataTexts.Drawn(settings.Count, settings.Size, Path.GetFullPath(settings.Output)));
        return 0;
    }

    internal sealed class Options : CommandSettings
    {
        [CommandOption("-o|--output <FOLDER>", isRequired: true)]
        [Description("The output folder; new or empty.")]
        public string Output { get; init; } = "";

        [CommandOption("--count <N>")]
        [Description("Number of pairs; every tenth is for validation.")]
        [DefaultValue(400)]
        public int Count { get; init; }

        [CommandOption("--seed <S>")]
        [Description("The same seed draws the same facades on every machine.")]
        [DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--size <PIXELS>")]
        [Description("Side of the photographs and label maps, in pixels.")]
        [DefaultValue(256)]
        public int Size { get; init; }

        public override ValidationResult Validate() =>
            Count < 1 ? ValidationResult.Error(DataTexts.Count(Count))
            : Size is < 32 or > 4096 ? ValidationResult.Error(DataTexts.Size(Size))
            : ValidationResult.Success();
    }
}
