using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Checkpoints;

/// <summary>
/// A checkpoint as one file: <c>P2PCKPT1</c>, the length of the JSON index (8 bytes, little-endian), the index, all tensors' float32 values in its order, and the
/// SHA-256 of everything before. A reader checks length and checksum before it believes a byte.
/// </summary>
internal static class CheckpointFile
{
    private static readonly FileFormat Layout = new(1);

    private static ReadOnlySpan<byte> Magic => "P2PCKPT1"u8;

    /// <summary>Writes the file, seen whole or not at all; no tensor is held in memory twice as a whole.</summary>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Write(string path, CheckpointHeader header, IReadOnlyList<(string Name, Tensor Value)> tensors) => AtomicFile.Write(path, stream =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var index = new CheckpointIndex(Layout.Newest, header, [.. tensors.Select(tensor => new CheckpointEntry(tensor.Name, tensor.Value.numel()))]);
        var indexBytes = JsonSerializer.SerializeToUtf8Bytes(index);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, indexBytes.Length);
        Append(Magic);
        Append(length);
        Append(indexBytes);
        foreach (var (_, value) in tensors)
        {
            TensorMemory.Read(value, values => Append(MemoryMarshal.AsBytes(values)));
        }

        stream.Write(hash.GetHashAndReset());

        void Append(ReadOnlySpan<byte> bytes)
        {
            stream.Write(bytes);
            hash.AppendData(bytes);
        }
    });

    /// <exception cref="InvalidDataException">The file was cut or changed, or is no checkpoint.</exception>
    /// <exception cref="UserException">A newer program wrote it.</exception>
    public static Checkpoint Read(string path)
    {
        using var stream = Open(path);
        var bytes = stream.Length;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!Take(Magic.Length).AsSpan().SequenceEqual(Magic))
        {
            throw new InvalidDataException(CheckpointsTexts.Foreign);
        }

        var indexLength = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
        if (indexLength < 0 || indexLength > bytes)
        {
            throw new InvalidDataException(CheckpointsTexts.Changed);
        }

        CheckpointIndex index;
        try
        {
            // The number first: what else is in a newer one's index is not known.
            var json = JsonElement.Parse(Take((int)indexLength));
            Layout.Require(json.ValueKind == JsonValueKind.Object && json.TryGetProperty(nameof(CheckpointIndex.Format), out var number) ? number.ToString() : null, path);
            index = json.Deserialize<CheckpointIndex>() ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(CheckpointsTexts.IndexUnreadable, fault);
        }

        // The serializer leaves null where a file says null, whatever the type says.
        if (index is not { Header.Settings: not null, Tensors: not null } || index.Tensors.Any(entry => entry is not { Name: not null, Count: >= 0 } || entry.Count > bytes))
        {
            throw new InvalidDataException(CheckpointsTexts.IndexIncomplete);
        }

        var expected = Magic.Length + sizeof(long) + indexLength + index.Tensors.Sum(entry => entry.Count * sizeof(float)) + SHA256.HashSizeInBytes;
        if (bytes != expected)
        {
            throw new InvalidDataException(CheckpointsTexts.WrongLength(expected, bytes));
        }

        var tensors = new Dictionary<string, float[]>();
        foreach (var entry in index.Tensors)
        {
            var values = new float[entry.Count];
            Fill(MemoryMarshal.AsBytes(values.AsSpan()));
            tensors[entry.Name] = values;
        }

        var written = new byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(written);
        return written.AsSpan().SequenceEqual(hash.GetHashAndReset())
            ? new Checkpoint(index.Header, tensors)
            : throw new InvalidDataException(CheckpointsTexts.WrongChecksum);

        static FileStream Open(string path) => RegularFile.WhyNot(path) is { } found ? throw new InvalidDataException(CheckpointsTexts.NotRegular(found)) : RegularFile.OpenRead(path);

        byte[] Take(int count)
        {
            var part = new byte[count];
            Fill(part);
            return part;
        }

        void Fill(Span<byte> part)
        {
            if (stream.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) < part.Length)
            {
                throw new InvalidDataException(CheckpointsTexts.Truncated);
            }

            hash.AppendData(part);
        }
    }

    private sealed record CheckpointIndex(int Format, CheckpointHeader Header, IReadOnlyList<CheckpointEntry> Tensors);

    private sealed record CheckpointEntry(string Name, long Count);
}
