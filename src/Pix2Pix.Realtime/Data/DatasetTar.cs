using System.Formats.Tar;

namespace Pix2Pix.Realtime.Data;

/// <summary>Unpacks a dataset's tar archive: regular files and folders, all of them inside one folder. Any thread.</summary>
internal static class DatasetTar
{
    /// <param name="tar">Read to its end; stays its owner's.</param>
    /// <param name="root">An existing folder, whole path.</param>
    /// <param name="other">Decides on an entry that is neither a file nor a folder: it returns to leave it out, or throws.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="UserException">An entry points outside of the folder.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged or cut.</exception>
    public static async Task<int> ExtractAsync(Stream tar, string root, Action<TarEntry> other, CancellationToken cancellationToken)
    {
        var files = 0;
        await using var entries = new TarReader(tar, leaveOpen: true);
        while (await NextAsync(entries, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
            {
                continue;
            }

            var path = Place(root, entry.Name);
            if (entry.EntryType is TarEntryType.Directory)
            {
                Directory.CreateDirectory(path);
            }
            else if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                // By hand: the archive's own access rights and times are the sender's affair.
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
                await (entry.DataStream ?? Stream.Null).CopyToAsync(file, cancellationToken);
                files++;
            }
            else
            {
                other(entry);
            }
        }

        return files;
    }

    /// <summary>The library throws a few plain exceptions on hostile input besides its own.</summary>
    private static async Task<TarEntry?> NextAsync(TarReader entries, CancellationToken cancellationToken)
    {
        try
        {
            return await entries.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or NotSupportedException or FormatException or OverflowException or EndOfStreamException)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static string Place(string root, string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException("a name holds a zero byte");
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, name)));
        return $"{path}{Path.DirectorySeparatorChar}".StartsWith($"{root}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? path
            : throw new UserException($"Expected an archive that stays in its own folder, found '{name}' in it; it was not unpacked, use another source.");
    }
}
