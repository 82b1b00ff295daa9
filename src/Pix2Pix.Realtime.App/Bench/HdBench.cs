using Pix2Pix.Realtime.Inference;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>
/// Generators that read and write blocks of pixels, at 512² and 1024², against the 256² generator of the same width, in turns: from the encoded canvas to a picture that is ready to
/// be uploaded. Then the whole program at 512².
/// </summary>
internal static class HdBench
{
    private const int Turns = 21;
    private const int Side = 256;

    /// <summary>The most that a larger picture may cost, as a multiple of the one of 256².</summary>
    private static readonly (string Name, int Width, int Patch, double Most)[] Ratios =
    [
        ("hd.512.ratio", 32, 2, 1.3), ("hd.512.w16_ratio", 16, 2, 1.7), ("hd.1024.ratio", 32, 4, 2.4),
    ];

    public static IEnumerable<BenchRow> Run()
    {
        using var generators = new HdGenerators();
        foreach (var (name, width, patch, most) in Ratios)
        {
            foreach (var isInt8 in (bool[])[false, true])
            {
                foreach (var row in Ratio(generators, $"{name}{(isInt8 ? ".int8" : "")}", width, patch, isInt8, most))
                {
                    yield return row;
                }
            }
        }

        using (var plain = generators.Open(32, 2 * Side, patch: 1, isInt8: false))
        using (var blocks = generators.Open(32, 2 * Side, patch: 2, isInt8: false))
        {
            var turns = InterleavedTiming.With(plain.Run, blocks.Run, Turns);
            yield return BenchRow.Least("hd.512.speedup_to_plain", turns.Ratio, "", 3) with { Spread = turns.Ratios.Spread };
        }

        foreach (var row in Program(generators.File(16, 2 * Side, patch: 2, isInt8: true)))
        {
            yield return row;
        }
    }

    /// <summary>Seconds to the first translated frame at 512².</summary>
    public static async Task<BenchRow> FirstTranslationAsync()
    {
        using var generators = new HdGenerators();
        return (await ProgramBench.FirstTranslationAsync(generators.File(16, 2 * Side, patch: 2, isInt8: true))) with { Name = "hd.512.first_translation_s" };
    }

    private static IEnumerable<BenchRow> Ratio(HdGenerators generators, string name, int width, int patch, bool isInt8, double most)
    {
        using var large = generators.Open(width, Side * patch, patch, isInt8);
        using var small = generators.Open(width, Side, patch: 1, isInt8);
        var turns = InterleavedTiming.With(large.Run, small.Run, Turns);
        yield return BenchRow.Most(name, turns.Ratio, "", most) with { Spread = turns.Ratios.Spread };
        yield return BenchRow.Of($"{name}.large_ms", turns.First, "ms");
        yield return BenchRow.Of($"{name}.small_ms", turns.Second, "ms");
    }

    private static IEnumerable<BenchRow> Program(string model)
    {
        foreach (var row in LiveBench.Run(model, prefix: "hd.512."))
        {
            yield return row.Name switch
            {
                "hd.512.paint_to_photon.p50_ms" => BenchRow.Most(row.Name, row.Value, row.Unit, 18),
                "hd.512.paint_to_photon.p99_ms" => BenchRow.Most(row.Name, row.Value, row.Unit, 25),
                _ => row,
            };
        }

        yield return BenchRow.Most("hd.512.bytes_per_frame", FrameBench.BytesPerFrame(model), "bytes", 0);
    }
}
