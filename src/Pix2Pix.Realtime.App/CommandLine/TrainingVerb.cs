using Pix2Pix.Realtime.App.Processes;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.CommandLine;

/// <summary>A verb of the training program: checked and explained here, for which nothing of libtorch is needed, and run there with the same words.</summary>
internal sealed class TrainingVerb<TOptions> : AsyncCommand<TOptions> where TOptions : CommandSettings
{
    public override async Task<int> ExecuteAsync(CommandContext context, TOptions settings, CancellationToken cancellationToken)
    {
        await TrainingProgram.RequireAsync(sentence => Console.Error.WriteLine($"pix2pix: {sentence}"));
        return (await TrainingProcess.RunAsync(Environment.GetCommandLineArgs()[1..])).Code;
    }
}
