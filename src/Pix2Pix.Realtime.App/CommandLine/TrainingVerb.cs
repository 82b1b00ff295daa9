using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.CommandLine;

/// <summary>A verb of the training program. The launcher starts that program directly; this one lists the verb and prints its help, for which nothing of libtorch is needed.</summary>
internal sealed class TrainingVerb<TOptions> : Command<TOptions> where TOptions : CommandSettings
{
    public override int Execute(CommandContext context, TOptions settings, CancellationToken cancellationToken) =>
        throw new UserException($"Expected '{context.Name}' to be started by the launcher, found a direct start of the app; run './pix2pix {context.Name}', which builds and starts the training program.");
}
