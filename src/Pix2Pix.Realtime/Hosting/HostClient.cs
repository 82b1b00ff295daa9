using Nerdbank.Streams;
using StreamJsonRpc;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>A live connection to a training host. Disposing it closes the host's stdin, at which a host saves and ends.</summary>
internal sealed class HostClient : IAsyncDisposable
{
    private readonly JsonRpc _messages;
    private readonly MultiplexingStream _streams;

    internal HostClient(ITrainingHost host, JsonRpc messages, MultiplexingStream streams)
    {
        Host = host;
        _messages = messages;
        _streams = streams;
    }

    public ITrainingHost Host { get; }

    /// <summary>Ends when the host goes away, whichever way.</summary>
    public Task Closed => _messages.Completion;

    public async ValueTask DisposeAsync()
    {
        _messages.Dispose();
        await _streams.DisposeAsync();
    }
}
