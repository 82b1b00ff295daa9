using System.Text;
using Nerdbank.Streams;
using StreamJsonRpc;

namespace Pix2Pix.Realtime.Hosting;

/// <summary>
/// The wire between a host and its client: one greeting line, then JSON-RPC in one channel of a multiplexed stream, payloads in channels of
/// their own. Both ends are made here, so they can't drift apart.
/// </summary>
internal static class HostConnection
{
    /// <summary>The version of the protocol; it grows when a client of the old one could misread the new one.</summary>
    public const int Version = 1;

    private const string GreetingStart = "pix2pix-host/";
    private const string MessageChannel = "messages";

    /// <summary>What may come before the greeting, in bytes: a login shell's banner, not a stream of something else.</summary>
    private const int MostNoise = 1 << 20;

    private static string Greeting => $"{GreetingStart}{Version}";

    /// <summary>The host's end: greets, then answers until the client closes its end.</summary>
    /// <param name="duplex">Reads what the client writes, and writes to it.</param>
    /// <param name="host">Answers the calls.</param>
    /// <param name="cancellationToken">Ends the serving.</param>
    /// <exception cref="UserException">The client does not speak the protocol.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task ServeAsync(Stream duplex, ITrainingHost host, CancellationToken cancellationToken)
    {
        await duplex.WriteAsync(Encoding.ASCII.GetBytes($"{Greeting}\n"), cancellationToken);
        await duplex.FlushAsync(cancellationToken);
        MultiplexingStream? streams = null;
        try
        {
            streams = await MultiplexingStream.CreateAsync(duplex, cancellationToken);
            var channel = await streams.OfferChannelAsync(MessageChannel, cancellationToken);
            using var messages = new JsonRpc(Handler(streams, channel));
            messages.AddLocalRpcTarget<ITrainingHost>(host, new JsonRpcTargetOptions { NotifyClientOfEvents = true });
            messages.StartListening();
            await messages.Completion.WaitAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not (IOException or OperationCanceledException or ConnectionLostException))
        {
            // Answers carry the host's own faults; what comes out here was thrown over bytes that mean nothing.
            throw new UserException($"Expected a client that speaks {Greeting}, found one that speaks another protocol ({fault.Message.Split('\n')[0].TrimEnd('.', '\r')}); use the same version of pix2pix on both machines.", fault);
        }
        finally
        {
            // Not waited for: it waits in turn for the client's next bytes, which may never come.
            _ = streams?.DisposeAsync().AsTask();
        }
    }

    /// <summary>The client's end: skips what comes before the greeting, then speaks.</summary>
    /// <param name="duplex">Reads what the host writes, and writes to it.</param>
    /// <param name="cancellationToken">Ends the wait for the greeting.</param>
    /// <returns>The host, and the connection that the caller disposes; its <see cref="HostClient.Closed"/> ends when the host goes away.</returns>
    /// <exception cref="UserException">No greeting came, or that of another version.</exception>
    public static async Task<HostClient> ConnectAsync(Stream duplex, CancellationToken cancellationToken)
    {
        await SkipToGreetingAsync(duplex, cancellationToken);
        var (streams, channel) = await OpenAsync(duplex, cancellationToken);
        var messages = new JsonRpc(Handler(streams, channel));
        var host = messages.Attach<ITrainingHost>();
        messages.StartListening();
        return new HostClient(host, messages, streams);
    }

    private static async Task<(MultiplexingStream Streams, MultiplexingStream.Channel Messages)> OpenAsync(Stream duplex, CancellationToken cancellationToken)
    {
        try
        {
            var streams = await MultiplexingStream.CreateAsync(duplex, cancellationToken);
            return (streams, await streams.AcceptChannelAsync(MessageChannel, cancellationToken));
        }
        catch (Exception fault) when (fault is MultiplexingProtocolException or EndOfStreamException)
        {
            throw new UserException($"Expected a training host's messages after its greeting, found something else ({fault.Message}); the command that starts it may print to stdout.", fault);
        }
    }

    private static HeaderDelimitedMessageHandler Handler(MultiplexingStream streams, MultiplexingStream.Channel channel) =>
        new(channel, new SystemTextJsonFormatter { MultiplexingStream = streams });

    private static async Task SkipToGreetingAsync(Stream stream, CancellationToken cancellationToken)
    {
        // Byte by byte: what follows the greeting's line belongs to the multiplexed stream.
        var one = new byte[1];
        var line = new StringBuilder();
        var noise = 0;
        while (await stream.ReadAsync(one, cancellationToken) == 1 && noise++ < MostNoise)
        {
            if (one[0] != (byte)'\n')
            {
                line.Append((char)one[0]);
                continue;
            }

            var text = line.ToString().TrimEnd('\r');
            line.Clear();
            if (text == Greeting)
            {
                return;
            }

            if (text.StartsWith(GreetingStart, StringComparison.Ordinal))
            {
                throw new UserException($"Expected a training host of protocol {Greeting}, found {text}; use the same version of pix2pix on both machines.");
            }
        }

        throw new UserException($"Expected the greeting {Greeting} of a training host, found {(noise == 0 ? "nothing" : "something else")}; check the command that starts it.");
    }
}
