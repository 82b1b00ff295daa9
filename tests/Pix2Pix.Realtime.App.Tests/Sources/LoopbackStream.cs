using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pix2Pix.Realtime.App.Tests.Sources;

/// <summary>An http server on the loopback that sends one video to each caller, then hangs up or falls silent.</summary>
internal sealed class LoopbackStream : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;
    private int _calls;

    public LoopbackStream(byte[] video, bool fallsSilent)
    {
        _listener.Start();
        _serving = ServeAsync(video, fallsSilent);
    }

    public string Address => $"http://{_listener.LocalEndpoint}/live";

    /// <summary>How often it was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        Assert.True(((IAsyncResult)_serving).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(10)), "the server did not end");
        _end.Dispose();
    }

    private async Task ServeAsync(byte[] video, bool fallsSilent)
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _calls);
                await AnswerAsync(caller.GetStream(), video, fallsSilent);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, byte[] video, bool fallsSilent)
    {
        try
        {
            var request = new byte[4096];
            _ = await stream.ReadAsync(request, _end.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.0 200 OK\r\nContent-Type: video/mp2t\r\n\r\n"), _end.Token);
            await stream.WriteAsync(video, _end.Token);
            if (fallsSilent)
            {
                // Until the caller hangs up.
                _ = await stream.ReadAsync(request, _end.Token);
            }
        }
        catch (IOException)
        {
            // The caller was killed: that is what some tests are about.
        }
    }
}
