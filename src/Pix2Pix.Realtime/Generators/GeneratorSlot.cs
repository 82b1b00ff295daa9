namespace Pix2Pix.Realtime.Generators;

/// <summary>
/// Holds the generator in use and lets another thread put a newer one in its place between two frames (hot swap).
/// Thread contract: any thread calls <see cref="Publish"/>; one runner thread calls <see cref="AdoptPending"/>, uses
/// <see cref="Current"/> and disposes. A published generator that was never adopted is disposed by the next publisher.
/// </summary>
internal sealed class GeneratorSlot : IDisposable
{
    private IGenerator? _pending;

    /// <summary>Runner: the generator in use; null until the first one is adopted.</summary>
    public IGenerator? Current { get; private set; }

    /// <summary>Any thread: offers a warm, verified generator; the slot owns it from here on.</summary>
    public void Publish(IGenerator generator) => Interlocked.Exchange(ref _pending, generator)?.Dispose();

    /// <summary>Runner, between two frames: takes the newest published generator into use and disposes the one before it.</summary>
    /// <returns>Whether <see cref="Current"/> changed.</returns>
    public bool AdoptPending()
    {
        var next = Volatile.Read(ref _pending) is null ? null : Interlocked.Exchange(ref _pending, null);
        if (next is null)
        {
            return false;
        }

        Current?.Dispose();
        Current = next;
        return true;
    }

    /// <summary>Runner: disposes the generator in use and the one that waits.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _pending, null)?.Dispose();
        Current?.Dispose();
        Current = null;
    }
}
