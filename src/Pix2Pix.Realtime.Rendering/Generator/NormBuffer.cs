namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>A norm as layers read it: a factor and a summand for each channel.</summary>
/// <param name="Channels">Without the filling.</param>
/// <param name="Values"><c>[group][factor, summand][4]</c> where the file knows them; null where a layer writes them for each picture.</param>
internal sealed record NormBuffer(int Channels, float[]? Values)
{
    public int Groups => TensorPart.GroupsOf(Channels);

    /// <summary>Brings two vectors into the order in which shaders read them; the filling is 0, so that filled up channels stay 0.</summary>
    /// <param name="first">One number a channel.</param>
    /// <param name="second">One number a channel.</param>
    /// <returns><c>[group][first, second][4]</c>.</returns>
    public static float[] Interleave(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var packed = new float[TensorPart.GroupsOf(first.Length) * 2 * TensorPart.GroupSize];
        Interleave(first, second, packed);
        return packed;
    }

    /// <summary>The same into existing memory.</summary>
    public static void Interleave(ReadOnlySpan<float> first, ReadOnlySpan<float> second, Span<float> packed)
    {
        const int size = TensorPart.GroupSize;
        for (var c = 0; c < first.Length; c++)
        {
            var place = (c / size * 2 * size) + (c % size);
            (packed[place], packed[place + size]) = (first[c], second[c]);
        }
    }
}
