using System.Collections.Concurrent;

namespace Pix2Pix.Realtime.Native;

/// <summary>The numbers that stand for translators outside. None is used twice, so a stale one is always known as such. Any thread.</summary>
internal static class Handles
{
    private static readonly ConcurrentDictionary<ulong, Translator> Open = new();
    private static ulong _last;

    public static ulong Add(Translator translator)
    {
        var handle = Interlocked.Increment(ref _last);
        Open[handle] = translator;
        return handle;
    }

    public static Translator Get(ulong handle) => Open.TryGetValue(handle, out var translator) ? translator : throw Gone();

    public static Translator Remove(ulong handle) => Open.TryRemove(handle, out var translator) ? translator : throw Gone();

    public static StatusException Gone() => new(Status.InvalidHandle, "expected a translator, found a handle that was never created or is destroyed already");
}
