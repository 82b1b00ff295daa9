using Pix2Pix.Realtime.Numerics;

namespace Pix2Pix.Realtime.Data;

/// <summary>The random choices for one reading of a pair; both halves get the same.</summary>
/// <param name="Left">The crop's first column in the loaded picture.</param>
/// <param name="Top">The crop's first row in the loaded picture.</param>
/// <param name="Flip">Mirrored left to right.</param>
/// <param name="Soften">The label map goes through a JPEG file.</param>
/// <param name="Erase">Decides which regions are erased; null = none.</param>
/// <param name="Brightness">-1..1 of the strength that the options allow.</param>
/// <param name="Contrast">-1..1 of the strength that the options allow.</param>
internal readonly record struct PairAugmentation(int Left, int Top, bool Flip, bool Soften, ulong? Erase, float Brightness, float Contrast)
{
    /// <summary>The same seed and options give the same choice.</summary>
    public static PairAugmentation Draw(ulong seed, PairOptions options)
    {
        var random = new SeededRandom(seed);
        var room = options.LoadSize - options.Size + 1;
        return new PairAugmentation(
            random.Next(room), random.Next(room), options.Flip && random.Next(2) == 1,
            random.NextDouble() < options.SoftenProbability,
            random.NextDouble() < options.EraseProbability ? random.Next() : null,
            (float)((2 * random.NextDouble()) - 1), (float)((2 * random.NextDouble()) - 1));
    }
}
