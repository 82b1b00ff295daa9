using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Training.Host;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary><c>pix2pix host</c>: the training host on stdin and stdout. Closing its stdin is the stop: it saves what trains, and ends.</summary>
internal sealed class HostCommand : AsyncCommand
{
    public override async Task<int> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var streams = ProtocolStreams.Take();

        // Ctrl-C in a terminal goes to client and host alike; the client decides, and says so by closing stdin.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminated = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            terminated.Cancel();
        });

        using var closing = new ConsoleClosing(terminated.Cancel);
        var host = new TrainingHost();
        try
        {
            await HostConnection.ServeAsync(streams, host, terminated.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or StreamJsonRpc.ConnectionLostException)
        {
            Console.Error.WriteLine(CommandLineTexts.ClientGone(fault.Message));
        }
        finally
        {
            await host.EndAsync();
        }

        return 0;
    }
}
