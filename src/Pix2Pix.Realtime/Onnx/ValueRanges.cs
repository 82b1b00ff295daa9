namespace Pix2Pix.Realtime.Onnx;

/// <summary>The spelling of a <see cref="ValueRange"/> in files and options.</summary>
internal static class ValueRanges
{
    /// <summary><c>-1..1</c>, <c>0..1</c> or <c>0..255</c>.</summary>
    public static string ToText(this ValueRange range) => range switch
    {
        ValueRange.Unit => "0..1",
        ValueRange.Byte => "0..255",
        _ => "-1..1",
    };

    /// <exception cref="UserException">The text is none of the three.</exception>
    public static ValueRange Parse(string text) => text switch
    {
        "-1..1" => ValueRange.Signed,
        "0..1" => ValueRange.Unit,
        "0..255" => ValueRange.Byte,
        _ => throw new UserException($"Expected the value range -1..1, 0..1 or 0..255, found '{text}'."),
    };
}
