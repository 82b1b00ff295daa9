using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.Rendering.Generator;

/// <summary>Measures the GPU's peak speed in shaders of ours, which layers are compared with.</summary>
/// <param name="OperationsPerSecond">float32 multiplications and additions, counted as two.</param>
/// <param name="BytesPerSecond">Read and written by a large copy.</param>
internal readonly record struct GpuSpeed(double OperationsPerSecond, double BytesPerSecond)
{
    private const int Threads = 256;
    private const int Groups = 2048;
    private const int Rounds = 64;

    /// <summary>Per thread and round: eight <c>vec4</c>s, each multiplied and added to.</summary>
    private const int OperationsPerRound = 8 * 4 * 2;

    /// <summary>64 MB, beyond any cache that would make the copy look quicker than memory is.</summary>
    private const int CopiedVectors = 1 << 22;

    private const int Repeats = 5;

    /// <summary>Measures both, the best of a few times each. GL thread; takes a second or so.</summary>
    /// <exception cref="UserException">The GPU has no room, or does not compile a shader.</exception>
    public static GpuSpeed Measure(GraphicsDevice device)
    {
        using var from = new StorageBuffer(device, (long)CopiedVectors * TensorPart.GroupSize * sizeof(float));
        using var to = new StorageBuffer(device, (long)CopiedVectors * TensorPart.GroupSize * sizeof(float));
        using var timer = new TimerQuery(device);
        var (multiply, copy) = (device.Shaders.GetCompute("bench/multiply"), device.Shaders.GetCompute("bench/copy"));
        from.Bind(0);
        to.Bind(1);
        multiply.Use();
        multiply.Set("uRounds", Rounds);
        var multiplied = Best(timer, () => multiply.Dispatch(Groups));
        copy.Use();
        var copied = Best(timer, () => copy.Dispatch(CopiedVectors / Threads));
        const double operations = (double)Threads * Groups * Rounds * OperationsPerRound;
        const double bytes = 2.0 * CopiedVectors * TensorPart.GroupSize * sizeof(float);
        return new GpuSpeed(operations / multiplied, bytes / copied);
    }

    private static double Best(TimerQuery timer, Action run)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < Repeats; i++)
        {
            _ = timer.TryBegin();
            run();
            timer.End();
            if (timer.TryTake(isWaiting: true, out var milliseconds))
            {
                best = Math.Min(best, milliseconds / 1000);
            }
        }

        return best;
    }
}
