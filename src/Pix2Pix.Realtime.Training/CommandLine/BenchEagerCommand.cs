using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Pix2Pix.Realtime.Training.Benchmarks;
using Pix2Pix.Realtime.Training.Native;
using Spectre.Console.Cli;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>bench-eager</c>: libtorch as a peer of the app's <c>bench peers</c>: it greets with one line, then translates once for each line on stdin and prints the milliseconds.</summary>
internal sealed class BenchEagerCommand : Command<BenchEagerCommand.Options>
{
    internal sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<FOLDER>")]
        [Description("Where the app wrote the network.")]
        public string Folder { get; init; } = "";
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        LibTorch.Load();
        set_num_threads(Environment.ProcessorCount);
        using var translation = new EagerTranslation(options.Folder);
        var difference = translation.Run().Zip(translation.Expected, (one, other) => Math.Abs(one - other)).Max();
        Console.WriteLine(JsonSerializer.Serialize(new { version = __version__, threads = get_num_threads(), difference }));
        while (Console.ReadLine() is not null)
        {
            var start = Stopwatch.GetTimestamp();
            translation.Run();
            Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:f3}"));
        }

        return 0;
    }
}
