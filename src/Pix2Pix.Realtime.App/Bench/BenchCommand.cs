using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Rendering.Windowing;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary><c>pix2pix bench</c>: the performance table.</summary>
internal sealed class BenchCommand : AsyncCommand<BenchCommand.Settings>
{
    private static readonly string[] Groups = ["frame", "live", "video", "translate", "native", "scenes", "street", "gpu", "peers", "student", "hd", "train", "ranks", "panel", "all"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[GROUP]")]
        [Description("frame, live, video, translate, native, scenes, street, gpu, peers, student, hd, train, ranks, panel or all; none = frame and live.")]
        public string? Group { get; init; }

        [CommandOption("--model <FILE>")]
        [Description("The generator to measure; by default the included one.")]
        public string? Model { get; init; }

        [CommandOption("--seconds <N>")]
        [Description("street: duration of the walk, 1 to 3600 seconds; 300 = the full five-minute stutter test.")]
        [DefaultValue(10)]
        public int Seconds { get; init; }

        [CommandOption("--json <FILE>")]
        [Description("Also write the rows to this file, as an array of { name, value, unit, target, spread }.")]
        public string? Json { get; init; }

        public override ValidationResult Validate() => Group is not null && !Groups.Contains(Group)
            ? ValidationResult.Error(BenchTexts.UnknownGroup(string.Join(", ", Groups), Group))
            : Seconds is < 1 or > 3600
                ? ValidationResult.Error(BenchTexts.Seconds(Seconds))
                : ValidationResult.Success();
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var boxed = settings.Model ?? ProjectFolder.Under("sample-scenes", "facades.onnx");
        var rows = new List<BenchRow>();
        bool Wants(string group) => settings.Group is { } wanted ? wanted == group || wanted == "all" : group is "frame" or "live";
        if (Wants("frame"))
        {
            Console.Error.WriteLine(BenchTexts.Frames);
            rows.AddRange(Frames(boxed));
        }

        if (Wants("live"))
        {
            Console.Error.WriteLine(BenchTexts.Strokes);
            rows.AddRange(LiveBench.Run(boxed));
            rows.Add(await ProgramBench.FirstTranslationAsync(boxed));
            if (DisplayServer.IsPresent)
            {
                rows.AddRange(await ProgramBench.IdleAsync(boxed));
            }
            else
            {
                Console.Error.WriteLine(BenchTexts.NoDisplay);
            }
        }

        if (Wants("video"))
        {
            Console.Error.WriteLine(BenchTexts.Video);
            rows.AddRange(VideoBench.Run(boxed, FrameBench.Efficiency(boxed, blocks: 5).BareMilliseconds));
        }

        if (Wants("translate"))
        {
            Console.Error.WriteLine(BenchTexts.Pictures);
            rows.AddRange(await FoldersAsync(boxed));
        }

        if (Wants("native"))
        {
            rows.AddRange(Native(boxed));
        }

        if (Wants("gpu"))
        {
            rows.AddRange(GpuBench.Run());
        }

        if (Wants("student"))
        {
            Console.Error.WriteLine(BenchTexts.Student);
            rows.AddRange(StudentBench.Run());
        }

        if (Wants("hd"))
        {
            Console.Error.WriteLine(BenchTexts.LargePictures);
            rows.AddRange(HdBench.Run());
            rows.Add(await HdBench.FirstTranslationAsync());
        }

        if (Wants("scenes"))
        {
            Console.Error.WriteLine(BenchTexts.Scenes);
            rows.AddRange(SceneBench.Run(boxed));
        }

        if (Wants("street"))
        {
            Console.Error.WriteLine(BenchTexts.Street);
            rows.AddRange(StreetBench.Run(boxed, settings.Seconds));
        }

        if (Wants("peers"))
        {
            rows.AddRange(Peers(isAskedFor: settings.Group == "peers"));
        }

        if (Wants("train"))
        {
            Console.Error.WriteLine(BenchTexts.TrainingSteps);
            rows.AddRange(await TrainingAsync(cancellationToken, "bench-train", "--json"));

            // The most memory that a process has held is a figure of its whole life, so it gets one of its own.
            rows.AddRange(await TrainingAsync(cancellationToken, "bench-train", "--json", "--peak", "64"));
        }

        if (Wants("ranks"))
        {
            rows.AddRange(await RanksAsync(isAskedFor: settings.Group == "ranks", cancellationToken));
        }

        if (Wants("panel"))
        {
            Console.Error.WriteLine(BenchTexts.PaintingWhileTraining);
            rows.AddRange(PanelBench.Run(boxed));
            rows.AddRange(SwapBench.Run());
        }

        Show(rows);
        if (settings.Json is { } json)
        {
            AtomicFile.WriteText(json, JsonSerializer.Serialize(rows, Indented));
        }

        return 0;
    }

    private static async Task<IReadOnlyList<BenchRow>> FoldersAsync(string boxed)
    {
        var wide = WideGenerator();
        try
        {
            return
            [
                BenchRow.Least("translate.folder_efficiency", await TranslateBench.EfficiencyAsync(wide, count: 400), "", 0.9),
                new BenchRow("translate.folder_efficiency.boxed", await TranslateBench.EfficiencyAsync(boxed, count: 500), "", null),
            ];
        }
        finally
        {
            File.Delete(wide);
        }
    }

    /// <summary>The full width of the papers, with random weights: speed does not ask what was learned.</summary>
    private static string WideGenerator()
    {
        var wide = Path.Combine(Path.GetTempPath(), $"pix2pix-bench-{Environment.ProcessId}.onnx");
        RandomGenerator.Write(wide, width: 64, NormStatistics.Image);
        return wide;
    }

    private static IEnumerable<BenchRow> Frames(string boxed)
    {
        var wide = WideGenerator();
        try
        {
            var (efficiency, milliseconds) = FrameBench.Efficiency(wide, blocks: 5);
            yield return BenchRow.Least("frame.efficiency", efficiency, "", 0.9);
            yield return new BenchRow("frame.bare_run_ms", milliseconds, "ms", null);
        }
        finally
        {
            File.Delete(wide);
        }

        foreach (var row in Int8Bench.Run())
        {
            yield return row;
        }

        var (boxedEfficiency, boxedMilliseconds) = FrameBench.Efficiency(boxed, blocks: 25);
        yield return BenchRow.Least("frame.efficiency.boxed", boxedEfficiency, "", 0.75);
        yield return new BenchRow("frame.bare_run_ms.boxed", boxedMilliseconds, "ms", null);
        yield return new BenchRow("frame.cpu_ms", FrameBench.ProcessorMilliseconds(boxed), "ms", null);
        yield return BenchRow.Most("frame.bytes_per_frame", FrameBench.BytesPerFrame(boxed), "bytes", 0);
    }

    private static IEnumerable<BenchRow> Native(string boxed)
    {
        if (NativeBench.Library is { } library)
        {
            return NativeBench.Run(library, boxed);
        }

        Console.Error.WriteLine(BenchTexts.NoLibrary);
        return [];
    }

    private static IReadOnlyList<BenchRow> Peers(bool isAskedFor)
    {
        if (PeerBench.Missing is not { } missing)
        {
            Console.Error.WriteLine(BenchTexts.Runtimes);
            return PeerBench.Run();
        }

        if (isAskedFor)
        {
            throw new UserException(missing);
        }

        Console.Error.WriteLine(BenchTexts.PeersSkipped(missing));
        return [];
    }

    private static async Task<IReadOnlyList<BenchRow>> RanksAsync(bool isAskedFor, CancellationToken cancellationToken)
    {
        // Without Open MPI the training program says what to install.
        if (isAskedFor || ProgramPath.Find("mpirun") is not null)
        {
            Console.Error.WriteLine(BenchTexts.TwoRanks);
            return await TrainingAsync(cancellationToken, "bench-ranks");
        }

        Console.Error.WriteLine(BenchTexts.NoOpenMpi(InstallHint.Of("openmpi-bin", BenchTexts.UseLinuxOrMac)));
        return [];
    }

    private static async Task<IReadOnlyList<BenchRow>> TrainingAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = TrainingProgram.Start(arguments);
        start.RedirectStandardOutput = true;
        using var training = Process.Start(start)!;
        var json = await training.StandardOutput.ReadToEndAsync(cancellationToken);
        await training.WaitForExitAsync(cancellationToken);
        return training.ExitCode == 0
            ? JsonSerializer.Deserialize<List<BenchRow>>(json) ?? []
            : throw new UserException(BenchTexts.TrainingFailed(training.ExitCode));
    }

    private static void Show(List<BenchRow> rows)
    {
        if (Console.IsOutputRedirected)
        {
            // A file has no width to keep to, and a row belongs on one line.
            AnsiConsole.Profile.Width = 120;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("figure", "measured", "spread", "unit", "wanted", "");
        foreach (var column in table.Columns)
        {
            column.NoWrap();
        }

        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var row in rows)
        {
            var verdict = row.IsMet switch
            {
                true => "[green]met[/]",
                false => "[red]missed[/]",
                null => "",
            };
            table.AddRow(new Text(row.Name), new Text(Figure(row.Value)), new Text(Figure(row.Spread)), new Text(row.Unit), new Text(row.Target ?? ""), new Markup(verdict));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Three decimals are noise where a value has hundreds before the point.</summary>
    private static string Figure(double? value) => value?.ToString(Math.Abs(value.Value) < 100 ? "0.###" : "0", CultureInfo.InvariantCulture) ?? "";
}
