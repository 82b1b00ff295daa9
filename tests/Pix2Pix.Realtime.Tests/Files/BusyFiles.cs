using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Files;

/// <summary>The real files, with Windows' answer for those that another program has open: a sharing violation, until the program lets go.</summary>
/// <param name="attempts">Attempts at a file that are refused; then the program lets it go.</param>
internal sealed class BusyFiles(int attempts) : IFileLayer
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private int _left = attempts;

    /// <summary>Milliseconds that were waited, in order.</summary>
    public List<double> Waits { get; } = [];

    public bool IsPassing(Exception fault) => fault.HResult == SharingViolation;

    public void Replace(string source, string target)
    {
        Refuse(target);
        SystemFiles.Shared.Replace(source, target);
    }

    public void Delete(string file)
    {
        // The temporary file is the program's own: nobody else has it open.
        if (!file.EndsWith(AtomicFile.TemporaryEnding, StringComparison.Ordinal))
        {
            Refuse(file);
        }

        SystemFiles.Shared.Delete(file);
    }

    public void DeleteFolder(string folder)
    {
        Refuse(folder);
        SystemFiles.Shared.DeleteFolder(folder);
    }

    public void Wait(TimeSpan time) => Waits.Add(time.TotalMilliseconds);

    private void Refuse(string file)
    {
        if (_left-- > 0)
        {
            throw new IOException($"The process cannot access the file '{file}' because it is being used by another process.", SharingViolation);
        }
    }
}
