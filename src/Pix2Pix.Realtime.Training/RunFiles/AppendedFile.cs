namespace Pix2Pix.Realtime.Training.RunFiles;

/// <summary>
/// A log that grows by whole entries, each on its way to the disk at once. An entry that doesn't fit on a full disk is left out, said once, and training continues.
/// Thread contract: the training thread.
/// </summary>
/// <param name="path">Made, or gone on with.</param>
/// <param name="warn">Hears, in one sentence, that entries are being left out.</param>
internal sealed class AppendedFile(string path, Action<string> warn) : IDisposable
{
    private readonly FileStream _stream = OpenAtEnd(path);
    private bool _leavesOut;

    public bool IsEmpty => _stream.Length == 0;

    public void Append(ReadOnlySpan<byte> entry)
    {
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
                warn($"{Path.GetFileName(path)} could not be written; training continues: {fault.Message}");
            }
        }
    }

    public void AppendLine(string line) => Append(System.Text.Encoding.UTF8.GetBytes(line + "\n"));

    public void Dispose() => _stream.Dispose();

    /// <summary>No buffer: what is left in one at a kill, or comes late at a full disk, is lost unseen.</summary>
    private static FileStream OpenAtEnd(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Seek(0, SeekOrigin.End);
        return stream;
    }
}
