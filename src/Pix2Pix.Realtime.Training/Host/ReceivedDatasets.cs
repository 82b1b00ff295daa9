using System.Formats.Tar;
using Pix2Pix.Realtime.Data;

namespace Pix2Pix.Realtime.Training.Host;

/// <summary>Datasets that a client sent: each whole and in a folder of its own below <c>datasets/</c>, where the host was started. Any thread.</summary>
internal static class ReceivedDatasets
{
    private const string Folder = "datasets";

    /// <param name="name">What the folder should be called; a number follows where the name is taken.</param>
    /// <param name="files">How many there must be.</param>
    /// <param name="archive">A tar archive of them.</param>
    /// <param name="cancellationToken">Ends the reading; nothing is kept then.</param>
    /// <returns>The folder, whole path.</returns>
    /// <exception cref="UserException">The name is no folder's name, the archive is cut or damaged, or holds more than regular files and folders.</exception>
    public static async Task<string> StoreAsync(string name, int files, Stream archive, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || name is "." or ".." || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            throw new UserException(HostTexts.DatasetName(name));
        }

        var part = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(Folder, $".{name}-{Guid.NewGuid():N}"))).FullName;
        try
        {
            var arrived = await DatasetTar.ExtractAsync(archive, part, Refuse, cancellationToken);
            if (arrived != files)
            {
                throw new InvalidDataException(HostTexts.FilesMissing(files, arrived));
            }

            var folder = Free(name);
            Directory.Move(part, folder);
            return folder;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserException(HostTexts.DatasetIncomplete(name, fault.Message), fault);
        }
        finally
        {
            // It is there still where anything failed.
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    private static void Refuse(TarEntry entry) =>
        throw new UserException(HostTexts.DatasetEntry(entry.Name, entry.EntryType));

    private static string Free(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Folder, name));
        for (var number = 2; Directory.Exists(folder); number++)
        {
            folder = Path.GetFullPath(Path.Combine(Folder, $"{name}-{number}"));
        }

        return folder;
    }
}
