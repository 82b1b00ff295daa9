using Pix2Pix.Realtime.Files;
using System.IO.Compression;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// What PyTorch's <c>torch.save</c> writes: since version 1.6 an archive of a pickle and its storages; before, five pickles one after the other (a magic number, a version,
/// the system, the content, the storages' keys), then each storage as a count and its numbers. pix2pix's own trained generators were published so.
/// </summary>
internal static class TorchFile
{
    /// <summary>A pickle of names and places is small; weights lie beside it.</summary>
    private const long LargestPickle = 64 << 20;

    private const int PicklesBefore = 3;

    /// <summary>Every old file begins so: protocol 2, then a ten-byte number.</summary>
    private static ReadOnlySpan<byte> OldBeginning => [0x80, 0x02, 0x8a, 0x0a];

    private static ReadOnlySpan<byte> ArchiveBeginning => "PK"u8;

    /// <summary>All tensors of floats in the file's dictionary and in those in it, at any depth, whose names then begin as <c>state/netG/</c>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or another one.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    public static Dictionary<string, WeightTensor> Read(string path)
    {
        using var file = RegularFile.OpenRead(path);
        Span<byte> beginning = stackalloc byte[OldBeginning.Length];
        file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return beginning.StartsWith(ArchiveBeginning) ? ReadArchive(file)
            : beginning.SequenceEqual(OldBeginning) ? ReadOld(file)
            : throw new InvalidDataException(WeightFileTexts.UnknownKind);
    }

    private static Dictionary<string, WeightTensor> ReadArchive(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        var pickle = archive.Entries.FirstOrDefault(entry => entry.Name == "data.pkl") ?? throw new InvalidDataException(WeightFileTexts.NoPickle);
        var folder = pickle.FullName[..^pickle.Name.Length];
        object? content;
        using (var stream = new MemoryStream(Unpack(pickle, LargestPickle)))
        {
            content = Pickle.Read(stream);
        }

        return Weights(content, key => Unpack(archive.GetEntry($"{folder}data/{key}") ?? throw new InvalidDataException(WeightFileTexts.NoStorage(key)), file.Length));
    }

    /// <summary>PyTorch packs nothing, so an entry longer than its file is none of its.</summary>
    private static byte[] Unpack(ZipArchiveEntry entry, long most)
    {
        if (entry.Length > most)
        {
            throw new InvalidDataException(WeightFileTexts.EntryTooLong(entry.Name, entry.Length));
        }

        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, WeightTensor> ReadOld(FileStream file)
    {
        for (var i = 0; i < PicklesBefore; i++)
        {
            Pickle.Read(file);
        }

        var content = Pickle.Read(file);
        var sizes = Tensors(content).Select(entry => entry.Tensor.Storage).DistinctBy(storage => storage.Key).ToDictionary(storage => storage.Key, storage => storage.NumberSize);
        var storages = new Dictionary<string, byte[]>();
        Span<byte> count = stackalloc byte[sizeof(long)];
        foreach (var key in (Pickle.Read(file) as List<object?> ?? []).Select(key => $"{key}"))
        {
            file.ReadExactly(count);
            var rest = file.Length - file.Position;
            var length = BitConverter.ToInt64(count);
            var size = sizes.TryGetValue(key, out var found) ? found : throw new InvalidDataException(WeightFileTexts.UnnamedStorage(key));
            if (length < 0 || length > rest / size)
            {
                throw new EndOfStreamException(WeightFileTexts.StorageTruncated(length, key, rest));
            }

            storages[key] = new byte[length * size];
            file.ReadExactly(storages[key]);
        }

        return Weights(content, key => storages.TryGetValue(key, out var bytes) ? bytes : throw new InvalidDataException(WeightFileTexts.NoStorageInFile(key)));
    }

    private static Dictionary<string, WeightTensor> Weights(object? content, Func<string, byte[]> open)
    {
        var (storages, weights) = (new Dictionary<string, float[]>(), new Dictionary<string, WeightTensor>());
        foreach (var (name, tensor) in Tensors(content).Where(entry => entry.Tensor.Storage.HoldsFloats))
        {
            if (!storages.TryGetValue(tensor.Storage.Key, out var numbers))
            {
                storages[tensor.Storage.Key] = numbers = tensor.Storage.ToFloats(open(tensor.Storage.Key));
            }

            weights[name] = tensor.ToWeight(numbers);
        }

        return weights;
    }

    private static IEnumerable<(string Name, PickledTensor Tensor)> Tensors(object? content) =>
        Tensors(content as Dictionary<string, object?> ?? throw new InvalidDataException(WeightFileTexts.NoDictionary), "", []);

    /// <param name="seen">A dictionary may stand in several places, or in itself: it is read once.</param>
    private static IEnumerable<(string Name, PickledTensor Tensor)> Tensors(Dictionary<string, object?> content, string before, HashSet<object> seen)
    {
        if (!seen.Add(content))
        {
            yield break;
        }

        foreach (var (name, value) in content)
        {
            if (value is PickledTensor tensor)
            {
                yield return (before + name, tensor);
            }

            // What an optimizer remembers of each weight is large and no weight.
            var inner = value as Dictionary<string, object?>;
            foreach (var nested in inner is null || name.Contains("optim", StringComparison.OrdinalIgnoreCase) ? [] : Tensors(inner, $"{before}{name}{WeightGroups.Level}", seen))
            {
                yield return nested;
            }
        }
    }
}
