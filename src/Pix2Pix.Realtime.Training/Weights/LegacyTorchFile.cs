using System.IO.Compression;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// PyTorch's file format before version 1.6, in which pix2pix's own trained generators were published: five pickles one after the other (a magic number, a
/// version, the system, the state dictionary, the storages' keys), then each storage as a count and its values. It is turned into today's archive of the same parts.
/// </summary>
internal static class LegacyTorchFile
{
    /// <summary>Every file of that format begins so: protocol 2, then a ten-byte number.</summary>
    private static ReadOnlySpan<byte> Beginning => [0x80, 0x02, 0x8a, 0x0a];

    public static bool Is(string path)
    {
        using var file = RegularFile.OpenRead(path);
        Span<byte> found = stackalloc byte[Beginning.Length];
        return file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length && found.SequenceEqual(Beginning);
    }

    /// <summary>The file as an archive of today's format, in memory. The caller owns it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="EndOfStreamException">The file is cut.</exception>
    public static MemoryStream ToArchive(string path)
    {
        using var file = RegularFile.OpenRead(path);
        for (var header = 0; header < 3; header++)
        {
            PickleScan.Read(file);
        }

        var dictionary = PickleScan.Read(file);
        var keys = PickleScan.Read(file).Texts;
        var result = new MemoryStream();
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "data.pkl", dictionary.Bytes);
            Span<byte> count = stackalloc byte[sizeof(long)];
            foreach (var key in keys)
            {
                file.ReadExactly(count);
                var bytes = checked(BitConverter.ToInt64(count) * SizeOf(dictionary.Storages.GetValueOrDefault(key, "")));
                if (bytes < 0 || bytes > file.Length - file.Position)
                {
                    throw new EndOfStreamException($"expected {bytes} more bytes for the storage '{key}', found {file.Length - file.Position}");
                }

                var values = new byte[bytes];
                file.ReadExactly(values);
                Add(archive, $"data/{key}", values);
            }
        }

        result.Position = 0;
        return result;
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry($"archive/{name}", CompressionLevel.NoCompression).Open();
        entry.Write(content);
    }

    private static int SizeOf(string storage) => storage switch
    {
        "ByteStorage" or "CharStorage" or "BoolStorage" => 1,
        "HalfStorage" or "BFloat16Storage" or "ShortStorage" => 2,
        "FloatStorage" or "IntStorage" => 4,
        "DoubleStorage" or "LongStorage" => 8,
        _ => throw new InvalidDataException($"found a storage of type '{storage}'"),
    };
}
