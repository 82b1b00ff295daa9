using System.Numerics;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Inference;

/// <summary>
/// Watches the answers of another program's model, which no probe has proved: one that holds no numbers is a fault instead of a black picture. Thread contract: one thread
/// at a time.
/// </summary>
/// <param name="inner">Taken over.</param>
internal sealed class FiniteAnswers(ITensorGenerator inner) : ITensorGenerator
{
    public GeneratorInfo Info => inner.Info;

    public StyleInput? Style => inner.Style;

    /// <exception cref="PictureException">The answer holds NaN or infinity; <paramref name="output"/> is then not to be shown.</exception>
    public void Translate(TensorBuffer input, TensorBuffer output)
    {
        ArgumentNullException.ThrowIfNull(output);
        inner.Translate(input, output);
        if (!IsFinite(output.Values))
        {
            throw new PictureException($"Expected numbers as {Info.Name}'s answer to this picture, found NaN or infinity; the values may have another range than the file needs.");
        }
    }

    public void Cancel() => inner.Cancel();

    public void Dispose() => inner.Dispose();

    /// <summary>A number times 0 is 0, all else is NaN, and a sum keeps that.</summary>
    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        var sums = Vector<float>.Zero;
        var wide = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (var numbers in wide)
        {
            sums += numbers * Vector<float>.Zero;
        }

        var sum = Vector.Sum(sums);
        foreach (var number in values[(wide.Length * Vector<float>.Count)..])
        {
            sum += number * 0;
        }

        return sum == 0;
    }
}
