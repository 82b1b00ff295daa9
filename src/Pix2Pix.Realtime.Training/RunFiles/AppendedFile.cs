using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Training.RunFiles;

/// <summary>
/// A log that grows by whole entries, each on its way to the disk at once. An entry that doesn't fit on a full disk is left out, said once, and training continues.
/// What stands in the file's place and can't be gone on with is set aside; where not even that is possible, training goes on without the file.
/// Thread contract: the training thread.
/// </summary>
internal sealed class AppendedFile : IDisposable
{
    private readonly string _path;
    private readonly Action<string> _warn;
    private readonly FileStream? _stream;
    private bool _leavesOut;

    /// <param name="path">Made, or gone on with.</param>
    /// <param name="warn">Hears, in one sentence, that entries are being left out, or what became of a file that can't be gone on with.</param>
    public AppendedFile(string path, Action<string> warn)
    {
        (_path, _warn) = (path, warn);
        _stream = Open();
    }

    public bool IsEmpty => _stream is not { Length: > 0 };

    public void Append(ReadOnlySpan<byte> entry)
    {
        if (_stream is null)
        {
            return;
        }

        var whole = _stream.Length;
        try
        {
            _stream.Write(entry);
            _leavesOut = false;
        }
        catch (IOException fault)
        {
            _stream.SetLength(whole);
            if (!_leavesOut)
            {
                _leavesOut = true;
                _warn(RunFilesTexts.NotWritten(Path.GetFileName(_path), fault.Message));
            }
        }
    }

    public void AppendLine(string line) => Append(System.Text.Encoding.UTF8.GetBytes(line + "\n"));

    public void Dispose() => _stream?.Dispose();

    private FileStream? Open()
    {
        if (TryOpen(out var stream) is not { } fault)
        {
            return stream;
        }

        var name = Path.GetFileName(_path);
        if (TrySetAside() is { } aside && TryOpen(out stream) is null)
        {
            _warn(RunFilesTexts.Replaced(name, fault.TrimEnd('.'), Path.GetFileName(aside)));
            return stream;
        }

        _warn(RunFilesTexts.DoneWithout(name, fault));
        return null;
    }

    /// <returns>Null, or why not.</returns>
    private string? TryOpen(out FileStream? stream)
    {
        stream = null;
        if (Path.Exists(_path) && RegularFile.WhyNot(_path) is { } found)
        {
            return RunFilesTexts.NotRegular(found);
        }

        try
        {
            // No buffer: what is left in one at a kill, or comes late at a full disk, is lost unseen.
            stream = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.Seek(0, SeekOrigin.End);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <returns>Its new place; null where it can't be moved.</returns>
    private string? TrySetAside()
    {
        var aside = Enumerable.Range(1, int.MaxValue).Select(number => $"{_path}.unreadable-{number}").First(path => !Path.Exists(path));
        try
        {
            Directory.Move(_path, aside);
            return aside;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
