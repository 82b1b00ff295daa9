using System.Globalization;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>The compile-time constants of a convolution's shader: everything except the weights.</summary>
internal static class ConvolutionDefines
{
    public static string Of(PlannedConvolution plan, ConvolutionTiling tiling, GpuStorage storage)
    {
        var taps = plan.Taps;
        var starts = new List<int> { 0 };
        foreach (var round in taps.Rounds)
        {
            starts.Add(starts[^1] + round.Count);
        }

        (string Name, object Value)[] all =
        [
            ("COLUMNS", tiling.Columns), ("ROWS", tiling.Rows), ("PIXELS", tiling.Pixels), ("GROUPS", tiling.Groups), ("SPLITS", tiling.Splits), ("STEP", ConvolutionTiling.Step),
            ("INPUT_WIDTH", plan.InputWidth), ("INPUT_HEIGHT", plan.InputHeight), ("INPUT_GROUPS", plan.InputGroups), ("INPUT_STRIDE", taps.InputStride),
            ("OUTPUT_WIDTH", plan.OutputWidth), ("OUTPUT_HEIGHT", plan.OutputHeight), ("OUTPUT_GROUPS", plan.OutputGroups), ("OUTPUT_STRIDE", taps.OutputStride),
            ("IS_MIRRORED", plan.IsMirrored ? 1 : 0), ("HAS_TANH", plan.HasTanh ? 1 : 0),
            .. Part("FIRST", plan.Reads[0]), .. Part("SECOND", plan.Reads.Count > 1 ? plan.Reads[1] : null),
            ("ROUNDS", taps.Rounds.Count), ("ROUND_STARTS", string.Join(", ", starts)), ("ROUND_GROUPS", plan.RoundGroups), ("IS_JOINED", taps.IsJoined ? 1 : 0),
            ("TAP_COUNT", starts[^1]), ("TAPS", string.Join(", ", taps.Rounds.SelectMany(round => round).Select(tap => $"ivec2({tap.X}, {tap.Y})"))),
        ];
        return string.Join('\n', all.Select(one => string.Create(CultureInfo.InvariantCulture, $"#define {one.Name} {one.Value}")).Prepend(storage.Defines()));
    }

    private static IEnumerable<(string Name, object Value)> Part(string name, TensorPart? part) =>
    [
        ($"{name}_GROUPS", part?.Groups ?? 0), ($"{name}_NORM", part is { Norm: not TensorPart.NoNorm } ? 1 : 0),
        ($"{name}_SLOPE", (part?.Slope ?? 1).ToString("0.0#######", CultureInfo.InvariantCulture)),
    ];
}
