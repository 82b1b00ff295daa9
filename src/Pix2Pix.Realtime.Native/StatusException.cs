namespace Pix2Pix.Realtime.Native;

/// <summary>A failure that the caller's program can tell apart by its status.</summary>
internal sealed class StatusException(Status status, string message) : Exception(message)
{
    public Status Status => status;
}
