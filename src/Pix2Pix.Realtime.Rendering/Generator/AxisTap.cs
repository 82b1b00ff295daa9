namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Along one axis: the input at <c>stride * q + Offset</c> is multiplied with the sum of these places of the kernel.</summary>
internal sealed record AxisTap(int Offset, IReadOnlyList<int> Places)
{
    public static IReadOnlyList<AxisTap> Convolution(int kernel, int padding) => [.. Enumerable.Range(0, kernel).Select(place => new AxisTap(place - padding, [place]))];

    /// <summary>A transposed convolution seen from its output: output <c>stride * q + phase</c> gathers only every stride-th place of the kernel.</summary>
    public static IReadOnlyList<AxisTap> Transposed(int kernel, int stride, int padding, int phase) =>
    [
        .. from place in Enumerable.Range(0, kernel)
           where (phase + padding - place) % stride == 0
           select new AxisTap((phase + padding - place) / stride, [place]),
    ];

    /// <summary>A convolution over a picture of twice the sides, without making it: places that fall on the same pixel are one.</summary>
    public static IReadOnlyList<AxisTap> Doubled(int kernel, int padding, int phase) =>
    [
        .. from place in Enumerable.Range(0, kernel)
           group place by (int)Math.Floor((phase + place - padding) / 2.0) into same
           select new AxisTap(same.Key, [.. same]),
    ];
}
