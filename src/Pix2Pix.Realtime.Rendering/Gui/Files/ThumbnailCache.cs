using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>
/// Small versions of picture files for image grids, made in the background, the one asked for last first: what a person scrolls to comes
/// before what was scrolled past. Holds a bounded number. Thread contract: <see cref="Get"/> and <c>Dispose</c> the UI thread; the pictures
/// are read on the thread pool.
/// </summary>
public sealed class ThumbnailCache : IDisposable
{
    private readonly int _side;
    private readonly int _most;
    private readonly Action _ready;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly List<string> _wanted = [];
    private long _clock;
    private bool _isWorking;
    private bool _isDisposed;

    /// <param name="side">Pixels of the longer side.</param>
    /// <param name="most">How many are kept; more than fit on a screen.</param>
    /// <param name="ready">Called on a pool thread when one more is there, to wake the loop.</param>
    public ThumbnailCache(int side, int most, Action ready)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(side);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        (_side, _most, _ready) = (side, most, ready);
    }

    /// <summary>The small version of a file; null while it is not there yet, and for good when the file is no picture that can be read.</summary>
    public PixelImage? Get(string path)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(path, out var entry))
            {
                Forget();
                _entries[path] = entry = new Entry();
                _wanted.Add(path);
                Start();
            }

            entry.LastUsed = ++_clock;
            return entry.Image;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _wanted.Clear();
        }
    }

    private void Start()
    {
        if (!_isWorking && !_isDisposed)
        {
            _isWorking = true;
            ThreadPool.QueueUserWorkItem(cache => cache.Work(), this, preferLocal: false);
        }
    }

    private void Work()
    {
        while (Next() is { } path)
        {
            var image = Shrink(path);
            lock (_lock)
            {
                if (_entries.TryGetValue(path, out var entry))
                {
                    entry.Image = image;
                }
            }

            _ready();
        }
    }

    private string? Next()
    {
        lock (_lock)
        {
            if (_wanted.Count == 0)
            {
                _isWorking = false;
                return null;
            }

            var path = _wanted[^1];
            _wanted.RemoveAt(_wanted.Count - 1);
            return path;
        }
    }

    private PixelImage? Shrink(string path)
    {
        try
        {
            var image = ImageFile.Load(path);
            var factor = Math.Min(1, (double)_side / Math.Max(image.Width, image.Height));
            return ImageFile.ResizeBicubic(image, Math.Max(1, (int)(image.Width * factor)), Math.Max(1, (int)(image.Height * factor)));
        }
        catch (UserException)
        {
            // The empty frame in the grid says it; opening the file says why.
            return null;
        }
    }

    /// <summary>Makes room for one more by letting the one go that was looked at longest ago.</summary>
    private void Forget()
    {
        if (_entries.Count >= _most)
        {
            var oldest = _entries.MinBy(entry => entry.Value.LastUsed).Key;
            _entries.Remove(oldest);
            _wanted.Remove(oldest);
        }
    }

    private sealed class Entry
    {
        public PixelImage? Image { get; set; }

        public long LastUsed { get; set; }
    }
}
