namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>What the calls in a PyTorch file's pickle make: dictionaries and tensors; every other call makes null.</summary>
internal static class PickledCall
{
    /// <param name="function">What would be called.</param>
    /// <param name="arguments">What it would get.</param>
    public static object? Make(object? function, List<object?> arguments) => (function as PickledGlobal, arguments) switch
    {
        ({ Module: "collections", Name: "OrderedDict" }, _) => new Dictionary<string, object?>(),
        ({ Module: "torch._utils", Name: "_rebuild_tensor_v2" or "_rebuild_tensor" }, [PickledStorage storage, long offset, List<object?> shape, List<object?> strides, ..]) =>
            new PickledTensor(storage, offset, Numbers(shape), Numbers(strides)),
        ({ Module: "torch._utils", Name: "_rebuild_parameter" or "_rebuild_parameter_with_state" }, [PickledTensor tensor, ..]) => tensor,
        _ => null,
    };

    /// <summary>A storage by what names it: the word, the type, the key, the device, the length, and in old files a part of another storage.</summary>
    public static PickledStorage? Storage(object? name) => name switch
    {
        List<object?> and ["storage", PickledGlobal type, string key, _, _] => new PickledStorage(type.Name, key),
        List<object?> and ["storage", PickledGlobal type, string key, _, _, null] => new PickledStorage(type.Name, key),
        _ => throw new InvalidDataException(WeightFileTexts.OtherStorage),
    };

    private static IReadOnlyList<long> Numbers(List<object?> values) => [.. values.Select(value => value as long? ?? throw new InvalidDataException(WeightFileTexts.OtherShape))];
}
