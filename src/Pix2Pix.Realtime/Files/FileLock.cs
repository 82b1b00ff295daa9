namespace Pix2Pix.Realtime.Files;

/// <summary>
/// A lock between processes, held by the kernel: it ends with its holder, however that ends. A file stands for it and stays when it is given back, because deleting it
/// would let two processes hold the lock of one name. Thread contract: made on any thread; one owner disposes it.
/// </summary>
internal sealed class FileLock : IDisposable
{
    /// <summary>The ending of the file beside the locked one that names the holder: the locked file itself can't be read by others.</summary>
    private const string HolderEnding = ".pid";

    /// <summary>What the system answers where another process holds the lock: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _stream;
    private readonly string _holder;

    private FileLock(FileStream stream, string holder) => (_stream, _holder) = (stream, holder);

    /// <summary>Takes the lock at once or not at all.</summary>
    /// <param name="path">The file that stands for it, made where it is missing; its folder must exist.</param>
    /// <returns>The lock, which the caller disposes; null = another process, or this one, holds it.</returns>
    /// <exception cref="IOException">The file can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file can't be made.</exception>
    public static FileLock? TryTake(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (Held.Contains(fault.HResult))
        {
            return null;
        }

        var held = new FileLock(stream, path + HolderEnding);
        held.Sign();
        return held;
    }

    /// <summary>The process that holds a lock, as it is known; for a sentence.</summary>
    /// <returns>E.g. <c>process 4711</c>.</returns>
    public static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path + HolderEnding) is { Length: > 0 } process ? $"process {process}" : "another process";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    /// <summary>Whether a file is one that locks leave.</summary>
    /// <param name="file">A file's path.</param>
    /// <param name="path">The file that stands for the lock.</param>
    public static bool IsPartOf(string file, string path) => Path.GetFileName(file) is var name && Path.GetFileName(path) is var own && (name == own || name == own + HolderEnding);

    public void Dispose()
    {
        Removal.Try(_holder);
        _stream.Dispose();
    }

    /// <summary>The lock counts without it: a full disk must not stop who holds it.</summary>
    private void Sign()
    {
        try
        {
            File.WriteAllText(_holder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Environment.ProcessId}"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The lock's holder could not be written to '{_holder}': {fault.Message}");
        }
    }
}
