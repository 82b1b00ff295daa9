using System.Diagnostics;
using System.Text.Json;

namespace Pix2Pix.Realtime.App.Tests.Hosts;

/// <summary>A window in a process of its own, asked and heard by lines of text.</summary>
internal sealed class ProbedWindow : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    public ProbedWindow(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Errors += line.Data;
        _process.BeginErrorReadLine();
        Opened = Next().GetProperty("opened").GetString()!;
    }

    /// <summary>OpenGL's version.</summary>
    public string Opened { get; }

    private string Errors { get; set; } = "";

    /// <summary>Gives an order and waits until it was obeyed.</summary>
    /// <returns>The window's state after it.</returns>
    public JsonElement Do(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        while (true)
        {
            var line = Next();
            if (line.TryGetProperty("done", out var done) && done.GetString() == command)
            {
                return line;
            }
        }
    }

    /// <summary>Asks for the state until it is as it should be.</summary>
    public JsonElement Until(string what, Func<JsonElement, bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            var state = Do("state");
            if (isSo(state))
            {
                return state;
            }
        }

        throw new TimeoutException($"the window is not {what} within {Patience}; it is {Do("state")}");
    }

    /// <summary>The next event of a kind.</summary>
    public JsonElement Event(string kind, Func<JsonElement, bool>? fits = null)
    {
        while (true)
        {
            var line = Next();
            if (line.TryGetProperty("kind", out var found) && found.GetString() == kind && fits?.Invoke(line) is not false)
            {
                return line;
            }
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private JsonElement Next()
    {
        var read = _process.StandardOutput.ReadLineAsync();
        Assert.True(read.Wait(Patience), $"the window says nothing more {Errors}");
        var line = read.GetAwaiter().GetResult();
        Assert.True(line is not null, $"the window's program has ended: {Errors}");
        return JsonDocument.Parse(line!).RootElement;
    }
}
