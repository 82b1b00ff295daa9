using Pix2Pix.Realtime.Inference;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Doctor;

/// <summary><c>pix2pix doctor</c>: what this machine can do and what is missing, in plain words. Exit code 1 when something needed is missing.</summary>
internal sealed class DoctorCommand : AsyncCommand
{
    public override async Task<int> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var runtime = RuntimeReport.Make();
        Finding[] findings =
        [
            MachineCheck.Processor(),
            MachineCheck.Memory(),
            new Finding(DoctorTexts.OnnxRuntime, runtime.Works ? Verdict.Works : Verdict.Missing, runtime.Summary),
            GraphicsCheck.Window(),
            GraphicsCheck.Offscreen(),
            GraphicsCheck.Compute(),
            await MachineCheck.FfmpegAsync(),
            await MachineCheck.CamerasAsync(),
            await TrainingCheck.RunAsync(),
            .. LibraryCheck.Loaded(),
        ];
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "");
        foreach (var finding in findings)
        {
            table.AddRow(new Markup(Mark(finding.Verdict)), new Text(finding.Topic), new Text(finding.Words));
        }

        AnsiConsole.Write(table);
        return findings.Any(finding => finding.Verdict == Verdict.Missing) ? 1 : 0;
    }

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Works => "[green]ok[/]",
        Verdict.Optional => "[yellow]--[/]",
        _ => "[red]NO[/]",
    };
}
