using System.Text;
using System.Text.Json;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>Follows the event log of a program for hours: only what is new is read.</summary>
internal sealed class SoakLog(string path) : IDisposable
{
    private readonly StringBuilder _rest = new();
    private StreamReader? _reader;
    private double _longest;

    /// <summary>Where OSC is received; null until it is.</summary>
    public string? Osc { get; private set; }

    /// <summary>Generators taken into use, the first one included.</summary>
    public int Swaps { get; private set; }

    /// <summary>Files of the recordings that ended with a picture in them.</summary>
    public Queue<string> Recorded { get; } = [];

    /// <summary>What the window told of its faults.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>OpenGL objects when the last picture was shown.</summary>
    public int Objects { get; private set; }

    public double ManagedMegabytes { get; private set; }

    /// <summary>The last layout; null until there is one.</summary>
    public JsonElement? Layout { get; private set; }

    /// <summary>The longest pass since the last call, in milliseconds.</summary>
    public double TakeLongest()
    {
        var longest = _longest;
        _longest = 0;
        return longest;
    }

    /// <summary>Reads what was written since.</summary>
    public void Follow()
    {
        if (_reader is null && File.Exists(path))
        {
            _reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        }

        _rest.Append(_reader?.ReadToEnd());
        var text = _rest.ToString();
        var whole = text.LastIndexOf('\n') + 1;
        _rest.Clear().Append(text.AsSpan(whole));
        foreach (var line in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var parsed = JsonDocument.Parse(line);
            Take(parsed.RootElement);
        }
    }

    public void Dispose() => _reader?.Dispose();

    private void Take(JsonElement one)
    {
        switch (one.GetProperty("event").GetString())
        {
            case "osc" when one.TryGetProperty("place", out var place):
                Osc = place.GetString();
                break;
            case "generator":
                Swaps++;
                break;
            case "layout":
                Layout = one.Clone();
                break;
            case "recorded" when one.GetProperty("pictures").GetInt64() > 0:
                Recorded.Enqueue(one.GetProperty("to").GetString()!);
                break;
            case "notice" when one.GetProperty("kind").GetString() == "Fault":
                Faults.Add(one.GetProperty("sentence").GetString()!);
                break;
            case "swap":
                Objects = one.GetProperty("objects").GetInt32();
                ManagedMegabytes = one.GetProperty("managed").GetDouble() / (1 << 20);
                _longest = Math.Max(_longest, one.GetProperty("longest").GetDouble());
                break;
            default:
                break;
        }
    }
}
