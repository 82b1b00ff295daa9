namespace Pix2Pix.Realtime.App.Sources;

/// <summary>
/// Reads a live source on a thread of its own; the newest picture wins. Thread contract: one thread, the main one, calls everything.
/// Disposing ends the thread, and the child process where there is one, before it returns.
/// </summary>
internal interface IFrameReader : IDisposable
{
    /// <summary>The picture that was taken last; valid until the next successful <see cref="TryTake"/>.</summary>
    SourceFrame Frame { get; }

    /// <summary>Takes the newest picture, if there is one that was not taken.</summary>
    bool TryTake();

    /// <summary>How it is now. Call it a few times a second: it also gives up on a source that has been silent for too long.</summary>
    SourceStatus Watch();

    /// <summary>Waits for a new picture or another status: for clocks that step.</summary>
    /// <returns>Whether there was one in time.</returns>
    bool Wait(TimeSpan patience);
}
