using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.Data;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Settings;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary><c>pix2pix test</c>: how good a generator is over all test pairs, as figures, as a page and as a contact sheet.</summary>
internal sealed class TestCommand : Command<TestOptions>
{
    /// <summary>Triples side by side in a contact sheet.</summary>
    private const int SheetColumns = 3;

    public override int Execute(CommandContext context, TestOptions options, CancellationToken cancellationToken)
    {
        var model = options.ModelFile();
        using var tester = new PairTester(GeneratorLoader.Load(model, new LoadOptions { Provider = ExecutionProvider.Cpu }));
        var pairs = Open(options, model, tester.Info);
        var count = options.Limit > 0 ? Math.Min(options.Limit, pairs.Count) : pairs.Count;
        var triples = new List<PixelImage>();
        var scores = WorkProgress.Run("translating test pairs", count, done =>
        {
            var scores = new List<PairScore>();
            for (var index = 0; index < count && !cancellationToken.IsCancellationRequested; index++)
            {
                scores.Add(tester.Test(pairs, index));
                if (options.Sheet is not null)
                {
                    triples.Add(tester.Triple);
                }

                done(count);
            }

            return scores;
        });
        cancellationToken.ThrowIfCancellationRequested();

        double? frechet = count > 1 ? FrechetDistance.Between(tester.OutputFeatures, tester.TargetFeatures) : null;
        var summary = new TestSummary(Path.GetFileName(model), options.Data, scores, frechet);
        Write(options.Page, () => AtomicFile.WriteText(options.Page, TestPage.Render(summary)));
        if (options.Sheet is { } sheet)
        {
            Write(sheet, () => ImageFile.Save(sheet, ImageSheet.Grid(triples, SheetColumns)));
        }

        Show(summary);
        foreach (var skipped in pairs.Skipped)
        {
            Console.Error.WriteLine($"Skipped: {skipped}");
        }

        return 0;
    }

    private static PairedDataset Open(TestOptions options, string model, GeneratorInfo info)
    {
        if (info.Input.Width != info.Input.Height)
        {
            throw new UserException($"Expected a generator of square images to test, found {info.Input} in '{model}'; use './pix2pix translate' instead.");
        }

        var entries = OnnxFile.Metadata(OnnxFile.Read(model));
        var direction = options.Direction ?? (SnapshotMetadata.IsIn(entries) ? SnapshotMetadata.FromEntries(entries).Direction : Direction.BtoA);
        var folder = DatasetFolder.Open(options.Data, PairLayout.Auto);
        var palette = info.Palette.Length == 0 ? null : PaletteFile.Load(info.Palette);
        var size = info.Input.Width;
        var pairs = PairedDataset.Verify(folder.Test, new PairOptions(direction, size, size, Flip: false, palette, SnapLabels: false, SoftenProbability: 0, ColorJitter: 0));
        return pairs.Count > 0 ? pairs : throw new UserException($"Expected readable test pairs in '{options.Data}', found none; './pix2pix data check' shows why.");
    }

    private static void Write(string path, Action write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        write();
        Console.Error.WriteLine($"written: {path}");
    }

    private static void Show(TestSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("pair");
        foreach (var column in new[] { "L1", "PSNR dB", "SSIM" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var pair in summary.Pairs)
        {
            table.AddRow(pair.Name.EscapeMarkup(), $"{pair.L1:F4}", $"{pair.Psnr:F2}", $"{pair.Ssim:F3}");
        }

        table.AddRow($"[bold]mean of {summary.Pairs.Count}[/]", $"[bold]{summary.L1:F4}[/]", $"[bold]{summary.Psnr:F2}[/]", $"[bold]{summary.Ssim:F3}[/]");
        AnsiConsole.Write(table);
        if (summary.Frechet is { } frechet)
        {
            Console.WriteLine($"Fréchet {frechet:F2}   ({TestSummary.FrechetNote})");
        }
    }
}
