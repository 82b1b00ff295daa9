namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>
/// How a layer reads a tensor in the GPU's memory, which is <c>[H,W,C] float32</c>, channels in groups of four, the last group filled up:
/// <c>slope(norm(value))</c>. Norms and activations are never passes of their own, and a Concat is two parts that are read one after the other.
/// </summary>
/// <param name="Tensor">Its number in the plan.</param>
/// <param name="Channels">Without the filling.</param>
/// <param name="Norm">The number of the norm that is applied first; <see cref="NoNorm"/> = none.</param>
/// <param name="Slope">What negative values are multiplied with then: 1 = none, 0 = ReLU, 0.2 = LeakyReLU.</param>
internal readonly record struct TensorPart(int Tensor, int Channels, int Norm, float Slope)
{
    public const int NoNorm = -1;

    /// <summary>Channels in one <c>vec4</c>.</summary>
    public const int GroupSize = 4;

    /// <summary>A tensor as it was written.</summary>
    public static TensorPart Raw(int tensor, int channels) => new(tensor, channels, NoNorm, 1);

    public int Groups => GroupsOf(Channels);

    public bool IsRaw => Norm == NoNorm && Slope == 1;

    public static int GroupsOf(int channels) => (channels + GroupSize - 1) / GroupSize;
}
