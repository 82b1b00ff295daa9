using System.Formats.Tar;
using System.IO.Compression;

namespace Pix2Pix.Realtime.Data;

/// <summary>Unpacks a dataset's archive (<c>.tar.gz</c>), and nothing outside of its folder.</summary>
internal static class DatasetArchive
{
    /// <summary>Unpacks beside the folder and renames, so that the folder is whole as soon as it is there.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="folder">New. A single folder that holds the whole archive becomes this one.</param>
    /// <exception cref="UserException">It is no such archive, cut, or names a file outside of it.</exception>
    public static void Unpack(string archive, string folder)
    {
        var temporary = Directory.CreateDirectory($"{folder}.unpacking-{Environment.ProcessId}").FullName;
        try
        {
            Extract(archive, temporary);
            var content = Directory.GetFileSystemEntries(temporary) is [var only] && Directory.Exists(only) ? only : temporary;
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }

            Directory.Move(content, folder);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            File.Delete(archive);
            throw new UserException($"Expected a whole .tar.gz archive for '{folder}', but it is damaged ({fault.Message.TrimEnd('.')}); download it again.", fault);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static void Extract(string archive, string root)
    {
        using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var entries = new TarReader(packed);
        while (entries.GetNextEntry() is { } entry)
        {
            var path = Path.GetFullPath(Path.Combine(root, entry.Name));
            if (!$"{path}{Path.DirectorySeparatorChar}".StartsWith($"{root}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                throw new UserException($"Expected an archive with paths inside its own folder, found '{entry.Name}'; it was not unpacked; use another source.");
            }

            // Links are left out: a dataset needs none, and they are another way out of the folder.
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                entry.ExtractToFile(path, overwrite: true);
            }
        }
    }
}
