namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>Skia's objects that are drawn again and again: making one allocates, drawing it again does not. Thread contract: the UI thread.</summary>
/// <param name="most">Beyond so many all are made again.</param>
internal sealed class SkiaCache<T>(int most) : IDisposable where T : class, IDisposable
{
    private readonly Dictionary<ulong, T?> _items = new(most);

    public bool TryGet(ulong key, out T? item) => _items.TryGetValue(key, out item);

    /// <param name="key">Equal for objects that draw the same.</param>
    /// <param name="item">Owned from here on, and valid until the next call; null = there is nothing to draw.</param>
    public T? Keep(ulong key, T? item)
    {
        if (_items.Count == most)
        {
            Dispose();
        }

        return _items[key] = item;
    }

    public void Dispose()
    {
        foreach (var item in _items.Values)
        {
            item?.Dispose();
        }

        _items.Clear();
    }
}
