using System.Text.Json;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>
/// The event log of a program that is still running. Each line is read and parsed once, however often somebody looks: a test that waits looks a hundred times a second, beside
/// the program that it waits for. One thread.
/// </summary>
internal sealed class LiveLog(string path)
{
    private readonly List<JsonElement> _events = [];
    private readonly Dictionary<string, List<JsonElement>> _named = new(StringComparer.Ordinal);
    private long _read;

    /// <summary>All events so far.</summary>
    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            Follow();
            return _events;
        }
    }

    /// <summary>All events so far that have this name.</summary>
    public IReadOnlyList<JsonElement> Named(string name)
    {
        Follow();
        return _named.GetValueOrDefault(name) ?? [];
    }

    private void Follow()
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) { Position = _read };
        var news = new byte[Math.Max(0, file.Length - _read)];
        var count = file.ReadAtLeast(news, news.Length, throwOnEndOfStream: false);

        // The last line may still be under way.
        var whole = news.AsSpan(0, count).LastIndexOf((byte)'\n') + 1;
        _read += whole;
        foreach (var range in news.AsSpan(0, whole).Split((byte)'\n'))
        {
            if (!news.AsSpan(range).IsEmpty)
            {
                Add(JsonSerializer.Deserialize<JsonElement>(news.AsSpan(range)));
            }
        }
    }

    private void Add(JsonElement facts)
    {
        _events.Add(facts);
        var name = facts.GetProperty("event").GetString()!;
        if (!_named.TryGetValue(name, out var alike))
        {
            _named.Add(name, alike = []);
        }

        alike.Add(facts);
    }
}
