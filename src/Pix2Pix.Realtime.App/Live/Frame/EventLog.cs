using System.Diagnostics;
using System.Text.Json;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// What happens in the live program, one JSON object a line, flushed at once, so that a test or a script can wait for an event instead
/// of for a time. Every line has <c>t</c> (seconds since the log began) and <c>event</c>. Any thread writes; without a file nothing is done.
/// </summary>
internal sealed class EventLog : IDisposable
{
    private readonly StreamWriter? _writer;
    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <param name="path">The file to make or replace; null = no log.</param>
    public EventLog(string? path)
    {
        if (path is not null)
        {
            _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        }
    }

    public bool IsOn => _writer is not null;

    /// <param name="name">The event.</param>
    /// <param name="facts">An anonymous object with its facts, e.g. <c>new { sequence = 3 }</c>. Build it only when <see cref="IsOn"/>.</param>
    public void Write<T>(string name, T facts)
    {
        if (_writer is null)
        {
            return;
        }

        var rest = JsonSerializer.Serialize(facts)[1..];
        var time = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        lock (_gate)
        {
            _writer.WriteLine(FormattableString.Invariant($"{{\"t\":{time:0.000000},\"event\":\"{name}\"{(rest.Length > 1 ? "," : "")}{rest}"));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _writer?.Dispose();
        }
    }
}
