using Pix2Pix.Realtime.Files;
using System.Collections.Concurrent;
using System.Diagnostics;
using Nerdbank.Streams;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>
/// One training host as a process, and what it says. Thread contract: events are queued on the wire's thread and taken by one reader, the UI
/// thread; the host's calls are for any thread. Disposing it closes the host's stdin: it saves what trains and ends by itself.
/// </summary>
internal sealed class TrainingLink : IAsyncDisposable
{
    /// <summary>A host that has not greeted by then may hang: the user is notified.</summary>
    private static readonly TimeSpan GreetingExpected = TimeSpan.FromSeconds(20);

    /// <summary>A host that greets later than this is given up: a busy machine starts one slowly, but not that slowly.</summary>
    private static readonly TimeSpan GreetingTimeout = TimeSpan.FromSeconds(60);

    /// <summary>A host that has said its last takes no longer to end.</summary>
    private static readonly TimeSpan EndExpected = TimeSpan.FromSeconds(2);

    /// <summary>Lines of stderr that are kept for the user when the host dies.</summary>
    private const int LastLines = 6;

    /// <summary>Copies of a remote host's files that stay: what is shown may be looked at again.</summary>
    private const int KeptCopies = 8;

    private readonly Process _process;
    private readonly ConcurrentQueue<TrainingEvent> _events = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _copies = new();
    private readonly Queue<string> _lastWords = new();
    private readonly Action _wake;
    private readonly bool _isLocal;
    private HostClient? _client;
    private string? _gone;
    private bool _isLetGo;

    private TrainingLink(Process process, bool isLocal, Action wake)
    {
        (_process, _isLocal, _wake) = (process, isLocal, wake);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
        _ = WatchAsync();
    }

    public ITrainingHost Host => _client!.Host;

    /// <summary>Why the host is not there any more, in one sentence; null while it lives.</summary>
    public string? Gone => Volatile.Read(ref _gone);

    /// <summary>Starts a host and waits for its greeting.</summary>
    /// <param name="command">A command line that speaks the protocol on its stdin and stdout, such as <c>ssh gpu-box pix2pix host</c>; empty = this machine's own.</param>
    /// <param name="wake">Called from any thread when there is something to take.</param>
    /// <param name="tell">Any thread: a sentence for the user while it is waited for.</param>
    /// <exception cref="UserException">It does not start, greets otherwise or not in time.</exception>
    /// <param name="cancellationToken">Gives it up.</param>
    public static async Task<TrainingLink> ConnectAsync(string command, Action wake, Action<string> tell, CancellationToken cancellationToken)
    {
        var start = command.Length == 0 ? TrainingProgram.Start("host") : Shell(command);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        var process = Process.Start(start) ?? throw new UserException(RunTexts.HostDoesNotStart(LauncherName.Here));
        var link = new TrainingLink(process, command.Length == 0, wake);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(GreetingTimeout);
        try
        {
            var streams = FullDuplexStream.Splice(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
            var greeted = HostConnection.ConnectAsync(streams, timeout.Token);
            if (await Task.WhenAny(greeted, Task.Delay(GreetingExpected, timeout.Token)) != greeted)
            {
                tell(RunTexts.HostIsSlow(GreetingExpected.TotalSeconds, link.LastWords()));
            }

            link._client = await greeted;
            _ = link.WatchWireAsync(link._client);
            link._client.Host.Happened += (_, happened) => link.Hear(happened);
            return link;
        }
        catch (Exception fault)
        {
            await link.EndAsync();
            throw fault is OperationCanceledException && !cancellationToken.IsCancellationRequested
                ? new UserException(RunTexts.HostTimedOut(GreetingTimeout.TotalSeconds, link.LastWords()), fault)
                : new UserException($"{(fault is OperationCanceledException ? RunTexts.HostGivenUp : fault.Message)}{link.LastWords()}", fault);
        }
    }

    /// <summary>Ends a host that does not answer.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>The next event, in the order in which they happened.</summary>
    public bool TryTake(out TrainingEvent? happened) => _events.TryDequeue(out happened);

    /// <summary>The next line that the host wrote to stderr.</summary>
    public bool TryTake(out string? line) => _lines.TryDequeue(out line);

    /// <summary>A file of the host on this machine: itself where the host is here, else a copy of it; the newest few copies stay until the link ends.</summary>
    /// <param name="file">A path that an event named.</param>
    public async Task<string> FetchAsync(string file)
    {
        if (_isLocal)
        {
            return file;
        }

        var copy = Path.Combine(Path.GetTempPath(), $"pix2pix-{Environment.ProcessId}-{Guid.NewGuid():N}", Path.GetFileName(file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await using (var remote = await Host.OpenAsync(file, CancellationToken.None))
        await using (var local = File.Create(copy))
        {
            await remote.CopyToAsync(local);
        }

        _copies.Enqueue(copy);
        DropCopies(KeptCopies);
        return copy;
    }

    /// <summary>A file of the host, whole.</summary>
    public async Task<byte[]> ReadAsync(string file)
    {
        if (_isLocal)
        {
            return await Task.Run(() => RegularFile.ReadAllBytes(file));
        }

        await using var remote = await Host.OpenAsync(file, CancellationToken.None);
        using var bytes = new MemoryStream();
        await remote.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _isLetGo, true);
        DropCopies(0);
        if (_client is { } client)
        {
            await client.DisposeAsync();
        }
    }

    private static ProcessStartInfo Shell(string command) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(ProgramPath.Of("cmd.exe"), ["/c", command])
        : new ProcessStartInfo("/bin/sh", ["-c", command]);

    private void DropCopies(int kept)
    {
        while (_copies.Count > kept && _copies.TryDequeue(out var old))
        {
            Removal.TryFolder(Path.GetDirectoryName(old)!);
        }
    }

    /// <summary>Gives the process a moment to end by itself, so that its last words are whole.</summary>
    private async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(EndExpected);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A host that continues while its messages have come to an end, or can't be understood any more, is of no use.</summary>
    private async Task WatchWireAsync(HostClient client)
    {
        try
        {
            await client.Closed;
        }
        catch (Exception fault)
        {
            Remember(fault.Message);
        }

        if (!Volatile.Read(ref _isLetGo))
        {
            await EndAsync();
        }
    }

    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        Volatile.Write(ref _gone, RunTexts.HostEnded(_process.ExitCode, LastWords()));
        Wake();
    }

    private void Hear(TrainingEvent happened)
    {
        _events.Enqueue(happened);
        Wake();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lastWords)
        {
            _lastWords.Enqueue(line);
            if (_lastWords.Count > LastLines)
            {
                _lastWords.Dequeue();
            }
        }

        _lines.Enqueue(line);
        Wake();
    }

    /// <summary>Who has let the host go may be gone as well.</summary>
    private void Wake()
    {
        if (!Volatile.Read(ref _isLetGo))
        {
            _wake();
        }
    }

    private string LastWords()
    {
        lock (_lastWords)
        {
            return _lastWords.Count == 0 ? "" : RunTexts.LastOutput(string.Join(" / ", _lastWords));
        }
    }
}
