using System.Collections;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>Files of named weights that other programs read and write: PyTorch's <c>.pth</c> (read only) and safetensors.</summary>
internal static class WeightsFile
{
    public const string SafeTensors = ".safetensors";

    /// <summary>The prefix of each name from a PyTorch module that ran on several GPUs.</summary>
    private const string ParallelPrefix = "module.";

    /// <exception cref="UserException">The file is missing, damaged, or no such file.</exception>
    public static Dictionary<string, WeightTensor> Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"Expected a weights file at '{path}', found none; check the path.");
        }

        RegularFile.Require(path);
        using var scope = NewDisposeScope();
        var weights = new Dictionary<string, WeightTensor>();
        foreach (DictionaryEntry entry in Read(path))
        {
            // What counts a norm's batches is no weight.
            if (entry.Value is Tensor tensor && tensor.is_floating_point())
            {
                var name = ((string)entry.Key).StartsWith(ParallelPrefix, StringComparison.Ordinal) ? ((string)entry.Key)[ParallelPrefix.Length..] : (string)entry.Key;
                weights[name] = new WeightTensor([.. tensor.shape.Select(side => (int)side)], TensorMemory.ToArray(tensor.to(ScalarType.Float32)));
            }
        }

        return weights;
    }

    /// <summary>Writes a network's weights and statistics as safetensors under our names; the file is seen whole or not at all.</summary>
    public static void Save(string path, GeneratorNetwork network) =>
        AtomicFile.Write(path, stream => Safetensors.SaveStateDict(stream, NetworkState.Of(network).ToDictionary(entry => entry.Name, entry => entry.Value), leaveOpen: true));

    private static IDictionary Read(string path)
    {
        try
        {
            return path.EndsWith(SafeTensors, StringComparison.OrdinalIgnoreCase) ? Safetensors.LoadStateDict(path)
                : LegacyTorchFile.Is(path) ? PyTorchUnpickler.UnpickleStateDict(LegacyTorchFile.ToArchive(path), leaveOpen: false, skipTensorRead: false)
                : PyTorchUnpickler.UnpickleStateDict(path);
        }
        catch (Exception fault) when (fault is not (UserException or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new UserException($"Expected a PyTorch state dictionary or a safetensors file, but '{path}' can't be read as one ({fault.Message}); save it with torch.save(net.state_dict(), FILE).", fault);
        }
    }
}
