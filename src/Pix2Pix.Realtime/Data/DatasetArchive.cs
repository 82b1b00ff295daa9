using System.IO.Compression;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Data;

/// <summary>Unpacks a dataset's archive (<c>.tar.gz</c>), and nothing outside of its folder.</summary>
internal static class DatasetArchive
{
    /// <summary>Unpacks beside the folder and renames, so that the folder is whole as soon as it is there.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="folder">New. A single folder that holds the whole archive becomes this one.</param>
    /// <param name="cancellationToken">Ends the unpacking; the archive stays.</param>
    /// <exception cref="UserException">It is no such archive, cut, or names a file outside of it.</exception>
    public static async Task UnpackAsync(string archive, string folder, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateDirectory($"{folder}.unpacking-{Environment.ProcessId}").FullName;
        try
        {
            await ExtractAsync(archive, temporary, cancellationToken);
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
            throw new UserException($"Expected a complete .tar.gz archive for '{folder}', but it is damaged ({fault.Message.TrimEnd('.')}); download it again.", fault);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static async Task ExtractAsync(string archive, string root, CancellationToken cancellationToken)
    {
        await using var packed = new GZipStream(RegularFile.OpenRead(archive), CompressionMode.Decompress);

        // Links are left out: a dataset needs none, and they are another way out of the folder.
        await DatasetTar.ExtractAsync(packed, root, _ => { }, cancellationToken);
    }
}
