namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Collects input in memory that is kept from frame to frame. Not thread-safe: the window's thread.</summary>
internal sealed class InputQueue
{
    private const int UsualMost = 256;

    private InputEvent[] _events = new InputEvent[UsualMost];
    private int _count;

    public ReadOnlySpan<InputEvent> Events => _events.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(in InputEvent input)
    {
        if (_count == _events.Length)
        {
            Array.Resize(ref _events, _count * 2);
        }

        _events[_count++] = input;
    }
}
