namespace Pix2Pix.Realtime.Frames;

/// <summary>
/// Hands the newest item from one thread to another: <em>latest wins</em>, never a queue, and neither side ever waits.
/// Three slots: the writer owns one, the reader owns one, and the third is the hand-over.
/// Thread contract: one writer thread (<see cref="Writing"/>, <see cref="Publish"/>) and one reader thread
/// (<see cref="TryTake"/>, <see cref="Reading"/>). An item stays the reader's until its next successful take.
/// </summary>
/// <typeparam name="T">A reusable item, as a rule a <see cref="TensorBuffer"/>.</typeparam>
public sealed class LatestExchange<T> : IDisposable where T : class
{
    private const int Fresh = 4;
    private const int IndexMask = 3;

    private readonly T[] _slots;
    private int _writing;
    private int _reading = 1;
    private int _handover = 2;

    /// <summary>Makes the three items.</summary>
    /// <param name="create">Makes one slot's item; called three times, with 0, 1 and 2.</param>
    public LatestExchange(Func<int, T> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        _slots = [create(0), create(1), create(2)];
    }

    /// <summary>The item that the writer may fill.</summary>
    public T Writing => _slots[_writing];

    /// <summary>The item that the reader took last.</summary>
    public T Reading => _slots[_reading];

    /// <summary>Whether an item waits that the reader has not taken. Any thread.</summary>
    public bool HasFresh => (Volatile.Read(ref _handover) & Fresh) != 0;

    /// <summary>Writer: hands <see cref="Writing"/> over and gets another slot to fill. An item not yet taken is dropped.</summary>
    /// <returns>Whether an item that nobody took was dropped.</returns>
    public bool Publish()
    {
        var previous = Interlocked.Exchange(ref _handover, _writing | Fresh);
        _writing = previous & IndexMask;
        return (previous & Fresh) != 0;
    }

    /// <summary>Reader: takes the newest item if one is there; then <see cref="Reading"/> is that item.</summary>
    public bool TryTake()
    {
        if (!HasFresh)
        {
            return false;
        }

        _reading = Interlocked.Exchange(ref _handover, _reading) & IndexMask;
        return true;
    }

    /// <summary>Disposes the items that can be; call it when both threads have let go.</summary>
    public void Dispose()
    {
        foreach (var slot in _slots)
        {
            (slot as IDisposable)?.Dispose();
        }
    }
}
