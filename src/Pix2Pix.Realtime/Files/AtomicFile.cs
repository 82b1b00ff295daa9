using System.Security.Cryptography;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Writes a file so that a reader sees either the old one or the new one, whole: a temporary file in the same folder, flushed to the
/// disk, then renamed. When anything fails the temporary file is removed and the old file stays.
/// </summary>
public static class AtomicFile
{
    /// <summary>The ending of a file that is still being written; a left-over one is safe to delete.</summary>
    public const string TemporaryEnding = ".part";

    /// <param name="path">The file to make or replace; its folder must exist.</param>
    /// <param name="write">Writes the content; called once.</param>
    /// <param name="isDurable">Whether the content must survive a power failure; thousands of files that can be made again need not wait for the disk.</param>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Write(string path, Action<Stream> write, bool isDurable = true)
    {
        ArgumentNullException.ThrowIfNull(write);
        // Nobody can foresee the name, and what is there already, such as a link to another file, is never opened.
        var temporary = $"{path}.{Environment.ProcessId}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}{TemporaryEnding}";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: isDurable);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes <paramref name="content"/> as UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string content) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(content)));
}
