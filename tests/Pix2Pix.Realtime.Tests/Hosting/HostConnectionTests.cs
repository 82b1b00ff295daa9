using System.Text;
using Nerdbank.Streams;
using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Tests.Hosting;

public sealed class HostConnectionTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_answered_events_arrive_in_order_and_files_come_as_streams()
    {
        var (server, client) = FullDuplexStream.CreatePair();
        var host = new EchoHost();
        var serving = HostConnection.ServeAsync(server, host, Cancel);
        var connection = await HostConnection.ConnectAsync(client, Cancel);
        var heard = new List<TrainingEvent>();
        var last = new TaskCompletionSource();
        connection.Host.Happened += (_, happened) =>
        {
            heard.Add(happened);
            if (happened is RunFinished)
            {
                last.SetResult();
            }
        };

        await connection.Host.StartAsync(new RunRequest("run: { name: a }", Resume: false), Cancel);
        await last.Task.WaitAsync(Cancel);
        Assert.Equal(EchoHost.Events, heard);
        Assert.Equal(new HostState(HostActivity.Training, "run: { name: a }", 7, 9), await connection.Host.StateAsync(Cancel));

        using var file = await connection.Host.OpenAsync("big", Cancel);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Cancel);
        Assert.Equal(EchoHost.Payload, copy.ToArray());

        await connection.DisposeAsync();
        await serving.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Noise_before_the_greeting_is_skipped()
    {
        var (server, client) = FullDuplexStream.CreatePair();
        await server.WriteAsync(Encoding.UTF8.GetBytes("Welcome to gpu-box!\r\nLast login: never\n\n"), Cancel);
        _ = HostConnection.ServeAsync(server, new EchoHost(), Cancel);
        await using var connection = await HostConnection.ConnectAsync(client, Cancel);
        Assert.Equal(7, (await connection.Host.StateAsync(Cancel)).Step);
    }

    [Theory]
    [InlineData("pix2pix-host/99\n", "pix2pix-host/99")]
    [InlineData("bash: pix2pix: command not found\n", "something else")]
    [InlineData("", "nothing")]
    public async Task A_host_that_greets_otherwise_is_refused_in_words(string said, string expected)
    {
        var (server, client) = FullDuplexStream.CreatePair();
        await server.WriteAsync(Encoding.UTF8.GetBytes(said), Cancel);
        await server.DisposeAsync();
        var fault = await Assert.ThrowsAsync<UserException>(() => HostConnection.ConnectAsync(client, Cancel));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_client_that_speaks_otherwise_is_told_so_in_words(int seed)
    {
        var (server, client) = FullDuplexStream.CreatePair();
        var serving = HostConnection.ServeAsync(server, new EchoHost(), Cancel);
        var garbage = new byte[4096];
        new Random(seed).NextBytes(garbage);
        await client.WriteAsync(garbage, Cancel);
        await client.FlushAsync(Cancel);
        var fault = await Assert.ThrowsAsync<UserException>(() => serving);
        Assert.Contains("Expected a client that speaks pix2pix-host/", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_reaches_the_client_as_the_hosts_sentence()
    {
        var (server, client) = FullDuplexStream.CreatePair();
        _ = HostConnection.ServeAsync(server, new EchoHost(), Cancel);
        await using var connection = await HostConnection.ConnectAsync(client, Cancel);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => connection.Host.PauseAsync(Cancel));
        Assert.Equal("Expected a run to pause, found none.", fault.Message);
    }

    [Fact]
    public async Task A_host_that_goes_away_ends_the_connection()
    {
        var (server, client) = FullDuplexStream.CreatePair();
        _ = HostConnection.ServeAsync(server, new EchoHost(), Cancel);
        await using var connection = await HostConnection.ConnectAsync(client, Cancel);
        await server.DisposeAsync();
        await Task.WhenAny(connection.Closed, Task.Delay(TimeSpan.FromSeconds(30), Cancel));
        Assert.True(connection.Closed.IsCompleted);
    }
}
