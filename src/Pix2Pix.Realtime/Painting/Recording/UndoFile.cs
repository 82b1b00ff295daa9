using System.IO.Compression;
using System.Security.Cryptography;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>
/// The newest undo steps of a painting as a file beside it: for each the rectangle that changed and its classes before. It holds the painting's hash, so that the steps of
/// another painting are never applied to this one. Thread contract: the canvas's thread.
/// </summary>
internal static class UndoFile
{
    /// <summary>Classes of all steps together, before compression: it is written while somebody paints.</summary>
    private const int MostBytes = 4 << 20;

    private const int MostSteps = 10_000;
    private static readonly byte[] Heading = "pix2pix undo 1\n"u8.ToArray();

    /// <summary>Writes the newest steps.</summary>
    /// <exception cref="IOException">The disk is full, or the folder can't be written.</exception>
    public static void Save(string path, PaintHistory history, LabelMap map)
    {
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Heading);
            using var packed = new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            using var writer = new BinaryWriter(packed);
            writer.Write(SHA256.HashData(map.Ids));
            var steps = history.Newest(MostBytes, MostSteps);
            writer.Write(steps.Count);
            foreach (var (area, pixels) in steps)
            {
                writer.Write(area.X);
                writer.Write(area.Y);
                writer.Write(area.Width);
                writer.Write(area.Height);
                writer.Write(pixels);
            }
        }, isDurable: false);
    }

    /// <summary>Gives a painting its undo steps back.</summary>
    /// <param name="path">Need not exist.</param>
    /// <param name="history">Of the painting; has no steps yet.</param>
    /// <param name="map">The painting.</param>
    /// <returns>Whether they were there and are this painting's.</returns>
    /// <exception cref="UserException">The file is damaged.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static bool Load(string path, PaintHistory history, LabelMap map)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var stream = new MemoryStream(DataFile.ReadBytes(path, 2 * MostBytes));
            var heading = new byte[Heading.Length];
            stream.ReadExactly(heading);
            using var reader = new BinaryReader(new DeflateStream(heading.AsSpan().SequenceEqual(Heading) ? stream : throw Damaged(path), CompressionMode.Decompress));
            if (!reader.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(SHA256.HashData(map.Ids)))
            {
                return false;
            }

            history.Restore(Read(path, reader, map));
            return true;
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException)
        {
            throw Damaged(path);
        }
    }

    private static List<(PixelRect Area, byte[] Pixels)> Read(string path, BinaryReader reader, LabelMap map)
    {
        var count = reader.ReadInt32();
        var steps = new List<(PixelRect Area, byte[] Pixels)>();
        for (var (i, bytes) = (0, 0); i < count; i++)
        {
            var area = new PixelRect(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            if (area.IsEmpty || area != area.Intersect(new PixelRect(0, 0, map.Width, map.Height)) || i >= MostSteps || (bytes += area.Width * area.Height) > MostBytes + map.Ids.Length)
            {
                throw Damaged(path);
            }

            var pixels = new byte[area.Width * area.Height];
            reader.BaseStream.ReadExactly(pixels);
            steps.Add((area, pixels));
        }

        return steps;
    }

    private static UserException Damaged(string path) => new($"Expected undo steps of this version, found something else in '{path}'; the painting itself is whole.");
}
