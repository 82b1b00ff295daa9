using System.Globalization;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Reads a whole file that somebody else may have made, with a bound; only a <see cref="RegularFile"/> is opened. Any thread.
/// </summary>
internal static class DataFile
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>How many bytes a file has.</summary>
    /// <param name="path">A file, or a link to one.</param>
    /// <param name="most">Bytes.</param>
    /// <exception cref="UserException">It has more than <paramref name="most"/>, or is not a regular file.</exception>
    /// <exception cref="IOException">There is no such file, or it may not be read.</exception>
    public static long Length(string path, long most)
    {
        RegularFile.Require(path);
        var file = new FileInfo(path);
        var length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        return length <= most
            ? length
            : throw new UserException($"Expected a file of at most {Size(most)}, found {Size(length)} in '{path}'; use a smaller one.");
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="UserException">It has more than <paramref name="most"/> bytes.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static byte[] ReadBytes(string path, long most)
    {
        var length = Length(path, most);
        if (length == 0)
        {
            return [];
        }

        // What is appended meanwhile is not read.
        var bytes = new byte[length];
        using var stream = RegularFile.OpenRead(path);
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A file to be read in parts.</summary>
    /// <inheritdoc cref="ReadBytes"/>
    public static Stream Open(string path, long most)
    {
        Length(path, most);
        return RegularFile.OpenRead(path);
    }

    private static string Size(long bytes) => bytes < Megabyte
        ? $"{bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes"
        : $"{((bytes + Megabyte - 1) / Megabyte).ToString("N0", CultureInfo.InvariantCulture)} MB";
}
