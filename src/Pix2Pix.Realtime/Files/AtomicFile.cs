using System.Security.Cryptography;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Writes a file so that a reader sees either the old one or the new one, whole: a temporary file in the same folder, flushed to the
/// disk, then renamed. When anything fails the temporary file is removed and the old file stays.
/// </summary>
internal static class AtomicFile
{
    /// <summary>The ending of a file that is still being written; a left-over one is safe to delete.</summary>
    public const string TemporaryEnding = ".part";

    /// <summary>How long to wait before each further attempt to replace a file that another program has open: a reader or a virus scanner is done within that time.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(15), TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(100)];

    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <param name="write">Writes the content; called once.</param>
    /// <param name="isDurable">Whether the content must survive a power failure; thousands of files that can be made again need not wait for the disk.</param>
    /// <exception cref="IOException">The disk is full, the folder can't be written, or another program has the file open and keeps it.</exception>
    public static void Write(string path, Action<Stream> write, bool isDurable = true) => WriteOn(SystemFiles.Shared, path, write, isDurable);

    /// <summary>Writes <paramref name="content"/> as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string content) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(content)));

    internal static void WriteOn(IFileLayer files, string path, Action<Stream> write, bool isDurable = true)
    {
        // Nobody can foresee the name, and what is there already, such as a link to another file, is never opened.
        var temporary = $"{path}.{Environment.ProcessId}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{TemporaryEnding}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: isDurable);
            }

            Replace(files, temporary, path);
        }
        catch
        {
            Removal.TryOn(files, temporary);
            throw;
        }
    }

    private static void Replace(IFileLayer files, string temporary, string path)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                files.Replace(temporary, path);
                return;
            }
            catch (Exception fault) when (files.IsPassing(fault))
            {
                files.Wait(pause);
            }
        }

        try
        {
            files.Replace(temporary, path);
        }
        catch (Exception fault) when (files.IsPassing(fault))
        {
            throw new IOException($"Expected to replace '{path}', but another program has it open or it may not be written; close that program or make the file writable, and try again.", fault);
        }
    }
}
