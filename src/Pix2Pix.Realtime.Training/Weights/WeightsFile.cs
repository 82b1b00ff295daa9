using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Training.Networks;
using TorchSharp.PyBridge;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>Files of named weights that other programs read and write: PyTorch's <c>.pth</c> (read only) and safetensors.</summary>
internal static class WeightsFile
{
    public const string SafeTensors = ".safetensors";

    /// <summary>All tensors of floats, as float32; what counts a norm's batches is no weight.</summary>
    /// <exception cref="UserException">The file is missing, damaged, or no such file; the sentence leaves its name to the caller.</exception>
    public static Dictionary<string, WeightTensor> Load(string path)
    {
        if (RegularFile.WhyNot(path) is { } found)
        {
            throw new UserException(WeightsTexts.WrongKind(found));
        }

        if (new FileInfo(path).Length == 0)
        {
            throw new UserException(WeightsTexts.Empty);
        }

        try
        {
            return path.EndsWith(SafeTensors, StringComparison.OrdinalIgnoreCase) ? SafetensorsFile.Read(path) : TorchFile.Read(path);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new UserException(WeightsTexts.NotReadable(fault.Message.Split('\n')[0].TrimEnd('.')), fault);
        }
    }

    /// <summary>Writes a network's weights and statistics as safetensors under our names; the file is seen whole or not at all.</summary>
    public static void Save(string path, GeneratorNetwork network) =>
        AtomicFile.Write(path, stream => Safetensors.SaveStateDict(stream, NetworkState.Of(network).ToDictionary(entry => entry.Name, entry => entry.Value), leaveOpen: true));
}
