using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.App.Judging;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Ranks;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Testing;

/// <summary><c>pix2pix test</c>: how good generators are over all test pairs, as figures beside their floors, as a page, a contact sheet and a blind page. Ranks of mpirun share the pairs.</summary>
internal sealed class TestCommand : Command<TestOptions>
{
    /// <summary>Pairs side by side in a contact sheet.</summary>
    private const int SheetColumns = 3;

    public override int Execute(CommandContext context, TestOptions options, CancellationToken cancellationToken)
    {
        if (options.Figures)
        {
            FigureText.Catalogue().ForEach(Console.WriteLine);
            return 0;
        }

        var ranks = RankGroup.Join();
        var (generators, pairs, labels) = ranks.Together(() => Open(options));
        TestReport report;
        using (labels)
        {
            report = Test(options, generators, pairs, labels, ranks, cancellationToken);
        }

        ranks.Leave();
        if (ranks.Rank > 0)
        {
            return 0;
        }

        Write(options, report);
        FigureText.Of(report).ForEach(Console.WriteLine);
        foreach (var skipped in pairs.Skipped)
        {
            Console.Error.WriteLine(TestingTexts.Skipped(skipped));
        }

        return 0;
    }

    private static (IReadOnlyList<(string Name, string File)> Generators, TestPairs Pairs, LabelReader? Labels) Open(TestOptions options)
    {
        var generators = options.Generators();
        var info = CommonInfo(generators);
        var pairs = TestPairs.Open(options, generators[0].File, info);
        return (generators, pairs, options.Labels is { } file ? OpenLabels(file, pairs, info) : null);
    }

    private static TestReport Test(
        TestOptions options, IReadOnlyList<(string Name, string File)> generators, TestPairs pairs, LabelReader? labels, IRanks ranks, CancellationToken cancellation)
    {
        using var tester = new PairTester(pairs, labels, keepsPixels: options.Sheet is not null || options.Blind is not null, ranks);
        using var styles = new StyleTester(pairs);
        var total = pairs.Count * (1 + generators.Count);
        return WorkProgress.Run(TestingTexts.Translating, total, done =>
        {
            var (tested, yardsticks) = tester.Prepare(() => done(total), cancellation);
            var results = new List<TestedGenerator>();
            foreach (var (name, file) in generators)
            {
                using var generator = Load(file);
                total += generator.Style is null ? 0 : (2 * pairs.Count) + styles.Count;
                results.AddRange(Test(name, generator, tester, styles, yardsticks, pairs, () => done(total), cancellation));
            }

            return new TestReport(options.Data, yardsticks, tested, results);
        });
    }

    /// <summary>A generator by the map alone, which with styles means the neutral one; then with its targets' own styles and with random ones, which nothing is compared with.</summary>
    private static IEnumerable<TestedGenerator> Test(
        string name, ITensorGenerator generator, PairTester tester, StyleTester styles, Yardsticks yardsticks, TestPairs pairs, Action done, CancellationToken cancellation)
    {
        var neutral = tester.Test(name, generator, yardsticks, done, cancellation);
        if (generator.Style is not { } style)
        {
            return [neutral];
        }

        var (meter, values) = (StyleTester.MeterOf(pairs, style.Style, generator.Info.Palette), new float[style.Definition.Count]);
        var own = tester.Test(TestingTexts.OwnStyle(name), generator, yardsticks, done, cancellation, (_, input, target) =>
        {
            meter.Measure(input.Values, target, look: null, values);
            style.Set(values);
        });
        var random = tester.Test(TestingTexts.RandomStyles(name), generator, yardsticks, done, cancellation, (index, _, _) =>
        {
            style.Style.Distribution.Sample(style.Definition, (ulong)index, values);
            style.Set(values);
        });
        return [neutral with { Styles = styles.Test(generator, done, cancellation) }, own, random];
    }

    /// <summary>Figures of different sizes say nothing about each other, so all generators of a table read and write the same.</summary>
    private static GeneratorInfo CommonInfo(IReadOnlyList<(string Name, string File)> generators)
    {
        GeneratorInfo? first = null;
        foreach (var (_, file) in generators)
        {
            using var generator = Load(file);
            var info = generator.Info;
            first ??= info;
            if ((info.Input, info.Output, info.Palette) != (first.Input, first.Output, first.Palette))
            {
                throw new UserException(TestingTexts.GeneratorsDiffer(first.Input, first.Palette, generators[0].File, info.Input, info.Palette, file));
            }
        }

        return first!;
    }

    private static LabelReader OpenLabels(string file, TestPairs pairs, GeneratorInfo info)
    {
        if (info.Palette.Length == 0)
        {
            throw new UserException(TestingTexts.NoPalette(info.Name));
        }

        var reader = new LabelReader(file, PaletteFile.Load(info.Palette));
        if (TestPairs.DirectionOf(file) == pairs.Direction)
        {
            reader.Dispose();
            throw new UserException(TestingTexts.OtherDirection(pairs.Direction, file));
        }

        return reader;
    }

    private static ITensorGenerator Load(string file) => GeneratorLoader.Load(file, new LoadOptions { Provider = ExecutionProvider.Cpu });

    private static void Write(TestOptions options, TestReport report)
    {
        Write(options.Page, () => AtomicFile.WriteText(options.Page, TestPage.Render(report)));
        if (options.Json is { } json)
        {
            Write(json, () => AtomicFile.WriteText(json, TestJson.Render(report)));
        }

        if (options.Sheet is { } sheet)
        {
            Write(sheet, () => ImageFile.Save(sheet, ImageSheet.Grid([.. report.Pairs.Select((_, index) => Row(report, index))], SheetColumns)));
        }

        if (options.Blind is { } blind)
        {
            var trials = BlindTrial.Draw(report.OfMapsAlone, options.Seed);
            Write(blind, () => AtomicFile.WriteText(blind, BlindPage.Render(report.OfMapsAlone, trials)));
            var key = $"{blind}.key.json";
            Write(key, () => AtomicFile.WriteText(key, BlindPage.RenderKey(report.OfMapsAlone, trials)));
        }
    }

    /// <summary>A pair's input, every output, and its target.</summary>
    private static PixelImage Row(TestReport report, int index) => ImageSheet.Grid(
        [report.Pairs[index].Input.Pixels!, .. report.Generators.Select(generator => generator.Outputs[index].Pixels!), report.Pairs[index].Target.Pixels!],
        columns: report.Generators.Count + 2);

    private static void Write(string path, Action write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        write();
        Console.Error.WriteLine(TestingTexts.Written(path));
    }
}
