namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Items of one frame in one array, which is used again in the next.</summary>
internal sealed class Arena<T>
{
    private T[] _items = new T[1024];
    private int _count;

    public void Clear() => _count = 0;

    /// <returns>Where the items start.</returns>
    public int Add(ReadOnlySpan<T> items)
    {
        var start = _count;
        if (start + items.Length > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_items.Length * 2, start + items.Length));
        }

        items.CopyTo(_items.AsSpan(start));
        _count += items.Length;
        return start;
    }

    public ReadOnlySpan<T> Slice(int start, int count) => _items.AsSpan(start, count);
}
