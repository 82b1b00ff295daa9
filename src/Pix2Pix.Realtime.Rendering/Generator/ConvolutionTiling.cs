using System.Numerics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// How a convolution is spread over the GPU. A work group computes a tile of <c>Rows * Pixels</c> pixels times <c>Columns * Groups</c> groups
/// of four channels; each of its threads <c>Pixels * Groups</c> of them, so that what is read into shared memory is used many times.
/// </summary>
/// <param name="Columns">Threads along the channels.</param>
/// <param name="Rows">Threads along the pixels.</param>
/// <param name="Pixels">Pixels of one thread.</param>
/// <param name="Groups">Groups of channels of one thread.</param>
/// <param name="Splits">In how many parts the sum over the input channels is cut; small deep layers have too few pixels to fill a GPU otherwise.</param>
internal sealed record ConvolutionTiling(int Columns, int Rows, int Pixels, int Groups, int Splits)
{
    /// <summary>Groups of input channels that are read into shared memory at a time.</summary>
    public const int Step = 4;

    /// <summary>Pixels that a row of the shared memory has more than it needs, as the shader says.</summary>
    private const int RowFilling = 2;

    private const int MostColumns = 16;
    private const int MostRows = 16;
    private const int MostPixels = 4;

    /// <summary>From so many groups on a thread computes two of them, which makes eleven multiplications of each read of shared memory instead of eight.</summary>
    private const int GroupsForTwo = 8;

    private const int MostSplits = 32;

    /// <summary>Work groups that keep a GPU busy.</summary>
    private const int EnoughWork = 256;

    /// <summary>Steps that a part has at least: below, adding the parts up costs more than it saves.</summary>
    private const int LeastSteps = 8;

    public int TilePixels => Rows * Pixels;

    public int TileGroups => Columns * Groups;

    /// <summary>Bytes of shared memory of a work group.</summary>
    public int SharedBytes => Step * (TilePixels + RowFilling + (TileGroups * TensorPart.GroupSize)) * 4 * sizeof(float);

    public static ConvolutionTiling For(PlannedConvolution layer)
    {
        var pixels = PhasePixels(layer);
        var groups = layer.RoundGroups;
        var perThread = groups >= GroupsForTwo ? 2 : 1;
        var columns = Math.Min(MostColumns, PowerOfTwo(Ceiling(groups, perThread)));
        var pixelsEach = Math.Clamp(pixels / MostRows, 1, MostPixels);

        // Few channels leave room for more pixels; few pixels need no more threads than there are.
        var rows = Math.Clamp(PowerOfTwo(pixels), 4, Math.Min(MostRows * MostColumns / columns, 4 * MostRows));
        var tiling = new ConvolutionTiling(columns, rows, pixelsEach, perThread, Splits: 1);
        var (x, y, z) = tiling.WorkGroups(layer);
        var steps = layer.Taps.Rounds.Max(round => round.Count) * layer.InputGroups / Step;
        return tiling with { Splits = Math.Clamp(Math.Min(EnoughWork / (x * y * z), steps / LeastSteps), 1, MostSplits) };
    }

    /// <summary>The dispatch size: tiles of pixels, tiles of channels, rounds times parts.</summary>
    public (int X, int Y, int Z) WorkGroups(PlannedConvolution layer) =>
        (Ceiling(PhasePixels(layer), TilePixels), Ceiling(layer.RoundGroups, TileGroups), layer.Taps.Rounds.Count * Splits);

    private static int PhasePixels(PlannedConvolution layer) => layer.OutputHeight / layer.Taps.OutputStride * (layer.OutputWidth / layer.Taps.OutputStride);

    private static int PowerOfTwo(int atLeast) => (int)BitOperations.RoundUpToPowerOf2((uint)atLeast);

    private static int Ceiling(int count, int tile) => (count + tile - 1) / tile;
}
