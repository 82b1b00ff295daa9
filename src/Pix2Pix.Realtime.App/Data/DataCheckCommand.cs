using System.ComponentModel;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Data;

/// <summary><c>pix2pix data check</c>: decodes every file of a dataset and says what training would find there. Exit code 1 when no pair can be read.</summary>
internal sealed class DataCheckCommand : Command<DataCheckCommand.Options>
{
    private const int SizesShown = 4;

    public override int Execute(CommandContext context, Options settings, CancellationToken cancellationToken)
    {
        var values = ConfigFile.Parse(
            TrainingSettings.Table, "", DataTexts.TheCommandLine, [$"data.layout={settings.Layout}", $"data.direction={settings.Direction}", $"data.palette={settings.Palette}"]);
        var folder = DatasetFolder.Open(settings.Folder, values.Get(TrainingSettings.DataLayout));
        var palette = values.Get(TrainingSettings.Palette) is { Length: > 0 } name ? PaletteFile.Load(name) : null;
        var total = folder.Train.Union(folder.Validation).Union(folder.Test).Count();
        var findings = WorkProgress.Run("reading", total, step =>
            DatasetCheck.Run(folder, values.Get(TrainingSettings.DataDirection), palette, () => step(total), settings.Size));
        values.Set(TrainingSettings.DataLayout, folder.Layout);
        Line("layout", values.Text(TrainingSettings.DataLayout));
        Print(folder, findings);
        return findings.Readable > 0 ? 0 : 1;
    }

    private static void Print(DatasetFolder folder, DatasetFindings findings)
    {
        Line("train", DataTexts.Pairs(folder.Train.Count));
        Line("val", DataTexts.ValidationPairs(folder.Validation.Count, folder.Validation.Intersect(folder.Train).Any() ? DataTexts.AlsoTrained : ""));
        Line("test", ReferenceEquals(folder.Test, folder.Validation) ? DataTexts.TheValidationPairs : DataTexts.Pairs(folder.Test.Count));
        Line("readable", DataTexts.Pairs(findings.Readable));
        var more = findings.Sizes.Count > SizesShown ? DataTexts.MoreSizes(findings.Sizes.Count - SizesShown) : "";
        Line("sizes", string.Join(", ", findings.Sizes.Take(SizesShown).Select(size => $"{size.Size} ({size.Pairs})")) + more);
        foreach (var remark in findings.Remarks)
        {
            Line("note", remark);
        }

        foreach (var problem in findings.Problems)
        {
            Line("skipped", problem);
        }
    }

    private static void Line(string topic, string words) => Console.WriteLine($"{topic,-10}{words}");

    internal sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<FOLDER>")]
        [Description("The dataset's folder.")]
        public string Folder { get; init; } = "";

        [CommandOption("--layout <LAYOUT>")]
        [Description("auto, side-by-side, two-folders or cmp-base.")]
        [DefaultValue("auto")]
        public string Layout { get; init; } = "";

        [CommandOption("--direction <DIRECTION>")]
        [Description("The direction: AtoB or BtoA; the first letter is the half that is the input.")]
        [DefaultValue("BtoA")]
        public string Direction { get; init; } = "";

        [CommandOption("--size <PIXELS>")]
        [Description("The image side that training will use, in pixels; smaller photographs are reported.")]
        [DefaultValue(256)]
        public int Size { get; init; }

        [CommandOption("--palette <NAME>")]
        [Description("The palette of the input's label maps, by name or file; \"\" = the input is not a label map.")]
        [DefaultValue("cmp-facade")]
        public string Palette { get; init; } = "";
    }
}
