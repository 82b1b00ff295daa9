using System.Diagnostics;
using Nerdbank.Streams;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Host;

/// <summary>The real host as a child process, and its client's end.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<TrainingEvent> _heard = [];
    private readonly SemaphoreSlim _news = new(0);
    private readonly Process _process;
    private readonly HostClient _client;
    private readonly Task<string> _errors;

    private HostProcess(Process process, HostClient client, Task<string> errors)
    {
        (_process, _client, _errors) = (process, client, errors);
        client.Host.Happened += (_, happened) =>
        {
            lock (_heard)
            {
                _heard.Add(happened);
            }

            _news.Release();
        };
    }

    public ITrainingHost Host => _client.Host;

    public int Id => _process.Id;

    /// <param name="folder">Where the host is started; null = where the tests run.</param>
    public static async Task<HostProcess> StartAsync(string? folder = null)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [TrainingProcess.Program, "host"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "",
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var streams = FullDuplexStream.Splice(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        using var patience = new CancellationTokenSource(Patience);
        return new HostProcess(process, await HostConnection.ConnectAsync(streams, patience.Token), errors);
    }

    /// <summary>Waits for the next event of a kind, whether it was heard already or not.</summary>
    public async Task<T> WaitForAsync<T>(Func<T, bool>? fits = null) where T : TrainingEvent
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            lock (_heard)
            {
                if (_heard.OfType<T>().FirstOrDefault(happened => fits?.Invoke(happened) is not false) is { } found)
                {
                    return found;
                }
            }

            await _news.WaitAsync(patience.Token);
        }
    }

    /// <summary>Closes the client's end, as a program that is killed does, and waits for the host.</summary>
    public async Task<int> CloseAsync()
    {
        await _client.DisposeAsync();
        await _process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        await _errors;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _news.Dispose();
    }
}
