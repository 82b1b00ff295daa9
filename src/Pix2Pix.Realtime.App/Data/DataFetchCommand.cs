using System.ComponentModel;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Data;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Data;

/// <summary><c>pix2pix data fetch</c>: downloads one of pix2pix's own datasets.</summary>
internal sealed class DataFetchCommand : AsyncCommand<DataFetchCommand.Options>
{
    /// <summary>Where the authors of pix2pix keep their archives.</summary>
    private const string Authors = "http://efrosgans.eecs.berkeley.edu/pix2pix/datasets/";

    public override async Task<int> ExecuteAsync(CommandContext context, Options settings, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var archive = new Uri(new Uri(settings.From.TrimEnd('/') + '/'), $"{settings.Name}.tar.gz");
        var (folder, checksum) = await WorkProgress.RunAsync("fetching", onBytes =>
            new DatasetFetcher(client).FetchAsync(archive, settings.Output, settings.Checksum, onBytes, cancellationToken));
        Console.WriteLine(DataTexts.Fetched(Path.GetFullPath(folder), checksum));
        return 0;
    }

    internal sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<NAME>")]
        [Description("facades, maps, edges2shoes, edges2handbags, night2day or another archive at the address.")]
        public string Name { get; init; } = "";

        [CommandOption("-o|--output <FOLDER>")]
        [Description("Where the dataset's folder is created.")]
        [DefaultValue("datasets")]
        public string Output { get; init; } = "";

        [CommandOption("--from <URL>")]
        [Description("The address of the folder that contains NAME.tar.gz.")]
        [DefaultValue(Authors)]
        public string From { get; init; } = "";

        [CommandOption("--checksum <SHA256>")]
        [Description("Reject an archive with another SHA-256.")]
        [DefaultValue("")]
        public string Checksum { get; init; } = "";

        public override ValidationResult Validate() =>
            Name.Length == 0 || Name.AsSpan().ContainsAny("/\\?#") ? ValidationResult.Error(DataTexts.DatasetName(Name))
            : !Uri.TryCreate(From, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
                ? ValidationResult.Error(DataTexts.DatasetAddress(From))
            : ValidationResult.Success();
    }
}
