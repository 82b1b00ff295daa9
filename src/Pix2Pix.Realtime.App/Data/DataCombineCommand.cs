using System.ComponentModel;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Data;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Data;

/// <summary><c>pix2pix data combine</c>: joins two folders into side-by-side pairs.</summary>
internal sealed class DataCombineCommand : Command<DataCombineCommand.Options>
{
    public override int Execute(CommandContext context, Options settings, CancellationToken cancellationToken)
    {
        var (written, problems) = WorkProgress.Run("joining", 1, step => PairCombiner.Combine(settings.A, settings.B, settings.Output, step));
        Console.WriteLine(DataTexts.Joined(written, Path.GetFullPath(settings.Output)));
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(DataTexts.Skipped(problem));
        }

        return written > 0 ? 0 : 1;
    }

    internal sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<A>")]
        [Description("The folder with the left halves, with or without train/, val/ and test/.")]
        public string A { get; init; } = "";

        [CommandArgument(1, "<B>")]
        [Description("The folder with the right halves, with the same file names.")]
        public string B { get; init; } = "";

        [CommandOption("-o|--output <FOLDER>", isRequired: true)]
        [Description("The output folder; new or empty.")]
        public string Output { get; init; } = "";
    }
}
