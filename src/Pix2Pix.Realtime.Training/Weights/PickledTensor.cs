using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A tensor in a pickle: where its numbers lie in a storage.</summary>
/// <param name="Storage">Which one.</param>
/// <param name="Offset">The first number's place.</param>
/// <param name="Shape">The sides.</param>
/// <param name="Strides">For each side, how many places further the next number lies; channels-last tensors have their channels closest.</param>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, IReadOnlyList<long> Shape, IReadOnlyList<long> Strides)
{
    /// <summary>The numbers in our order, the last dimension running fastest.</summary>
    /// <param name="numbers">The storage's.</param>
    /// <exception cref="InvalidDataException">It reaches out of its storage.</exception>
    public WeightTensor ToWeight(float[] numbers)
    {
        var places = numbers.Length;
        if (Shape.Count != Strides.Count || Shape.Any(side => side < 0 || side > places) || Strides.Any(stride => stride < 0 || stride > places) || Offset < 0 || Offset > places)
        {
            throw new InvalidDataException(WeightFileTexts.TensorTooLarge(string.Join(',', Shape), places));
        }

        var count = Shape.Aggregate(1L, (product, side) => product > places ? product : product * side);
        var last = Offset + Shape.Zip(Strides, (side, stride) => Math.Max(side - 1, 0) * stride).Sum();
        if (count > places || (count > 0 && last >= places))
        {
            throw new InvalidDataException(WeightFileTexts.TensorTooLarge(string.Join(',', Shape), places));
        }

        var values = new float[count];
        var position = new long[Shape.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var place = Offset;
            for (var side = 0; side < position.Length; side++)
            {
                place += position[side] * Strides[side];
            }

            values[i] = numbers[place];
            for (var side = position.Length - 1; side >= 0 && ++position[side] == Shape[side]; side--)
            {
                position[side] = 0;
            }
        }

        return new WeightTensor([.. Shape.Select(side => (int)side)], values);
    }
}
