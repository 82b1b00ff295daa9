namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Notes that a shader file was saved. Thread contract: the watcher's thread marks, the GL thread takes the mark.</summary>
internal sealed class ShaderWatcher : IDisposable
{
    private readonly FileSystemWatcher _files;
    private readonly Action _notify;
    private int _changed;

    public ShaderWatcher(string folder, Action notify)
    {
        _notify = notify;
        _files = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };

        // Editors save in place or by renaming a new file over the old one.
        _files.Changed += (_, _) => Mark();
        _files.Renamed += (_, _) => Mark();
        _files.EnableRaisingEvents = true;
    }

    public bool TakeChange() => Volatile.Read(ref _changed) != 0 && Interlocked.Exchange(ref _changed, 0) != 0;

    public void Dispose() => _files.Dispose();

    private void Mark()
    {
        Volatile.Write(ref _changed, 1);
        _notify();
    }
}
