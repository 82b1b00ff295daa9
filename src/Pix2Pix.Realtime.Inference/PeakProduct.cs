using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// What arithmetic reaches at best on this machine, and so the yardstick for how near to the limit a translation comes: the fastest large product of several sizes, thread counts,
/// kernels and libraries.
/// </summary>
internal static class PeakProduct
{
    /// <summary>The first one warms up.</summary>
    private const int Rounds = 4;

    /// <summary>Each makes about as much work as a translation at full width, so that a busy machine disturbs both alike; the last two are sizes that such a translation has.</summary>
    public static IReadOnlyList<ProductShape> Shapes { get; } = [new(2048, 2048, 2048), new(1024, 4096, 1024), new(4096, 1024, 1024)];

    /// <summary>The fastest product of float32; the caller disposes it.</summary>
    /// <param name="shapes">What is tried, such as <see cref="Shapes"/>.</param>
    public static ILargeProduct OfFloats(IReadOnlyList<ProductShape> shapes) => Fastest(
    [
        .. shapes.SelectMany(shape => Threads().SelectMany(threads => new ILargeProduct[] { RuntimeProduct.OfFloats(shape, threads), RuntimeProduct.OfConvolution(Square(shape), threads) })),
        .. shapes.Select(OneDnnProduct.OfFloats).OfType<ILargeProduct>(),
    ]);

    /// <summary>The fastest product of unsigned by signed bytes, summed in 32 bits; the caller disposes it.</summary>
    /// <param name="shapes">What is tried, such as <see cref="Shapes"/>.</param>
    public static ILargeProduct OfBytes(IReadOnlyList<ProductShape> shapes) => Fastest(
    [
        .. shapes.SelectMany(shape => Threads().Select(threads => RuntimeProduct.OfBytes(shape, threads))),
        .. shapes.Select(OneDnnProduct.OfBytes).OfType<ILargeProduct>(),
    ]);

    /// <summary>By the least time for a multiply-add of several rounds, so that other load on the machine counts little.</summary>
    private static ILargeProduct Fastest(IReadOnlyList<ILargeProduct> products)
    {
        var least = Enumerable.Repeat(double.PositiveInfinity, products.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < products.Count; i++)
            {
                least[i] = Math.Min(least[i], InterleavedTiming.Time(products[i].Run) / products[i].Count);
            }
        }

        var fastest = products[Array.IndexOf(least, least.Min())];
        foreach (var product in products.Where(product => product != fastest))
        {
            product.Dispose();
        }

        return fastest;
    }

    /// <summary>All processors, and half of them: where two share a core, one may be faster.</summary>
    private static IEnumerable<int> Threads() => new[] { Environment.ProcessorCount, Math.Max(1, Environment.ProcessorCount / 2) }.Distinct();

    /// <summary>The same work with a square number of rows, as a convolution's picture has.</summary>
    private static ProductShape Square(ProductShape shape) => shape with { Rows = (int)Math.Pow(Math.Round(Math.Sqrt(shape.Rows)), 2) };
}
