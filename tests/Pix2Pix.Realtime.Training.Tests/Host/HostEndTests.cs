using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Nerdbank.Streams;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Host;

/// <summary>However a client ends or whatever it sends, the host saves what it trained, says why it ends, and ends.</summary>
public sealed class HostEndTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(400)]
    [InlineData(1600)]
    public async Task Closing_stdin_at_any_moment_of_a_start_ends_the_host(int milliseconds)
    {
        await using var process = await HostProcess.StartAsync();
        var starting = process.Host.StartAsync(new RunRequest(Settings, Resume: false), Cancel);
        await Task.Delay(milliseconds, Cancel);
        Assert.Equal(0, await process.CloseAsync());

        // Where the run was under way it is saved, where it wasn't there is nothing to save: the start was answered or its wire is gone.
        await Task.WhenAny(starting, Task.Delay(Timeout.Infinite, Cancel));
        Assert.True(starting.IsFaulted || starting.IsCanceled || Directory.GetFiles(_folder.Path, "*.ckpt", SearchOption.AllDirectories).Length > 0);
    }

    [Theory]
    [InlineData("Content-Length: -5\r\n\r\n{}")]
    [InlineData("Content-Length: 3\r\n\r\n{]}")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task A_message_that_means_nothing_ends_the_host_with_a_sentence_and_a_saved_run(string message)
    {
        using var process = TrainingProcess.Start(redirectInput: true, "host");
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        var channel = await ConnectAsync(process);
        var start = JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 1, method = "StartAsync", @params = new object[] { new RunRequest(Settings, Resume: false) } });
        await SendAsync(channel, $"Content-Length: {Encoding.UTF8.GetByteCount(start)}\r\n\r\n{start}");
        await ReadUntilAsync(channel, "\"id\":1");
        await SendAsync(channel, message);

        // Its stdin stays open: it must not wait for that.
        await process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(2), Cancel);
        var said = await errors;
        Assert.Contains("speaks another protocol", said, StringComparison.Ordinal);
        Assert.DoesNotContain("fault of the program", said, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder.Path, "small", "checkpoints"), "*.ckpt"));
    }

    [Fact]
    public async Task Garbage_on_stdin_is_a_sentence_too()
    {
        using var process = TrainingProcess.Start(redirectInput: true, "host");
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        _ = process.StandardOutput.ReadToEndAsync(Cancel);
        var garbage = new byte[4096];
        new Random(3).NextBytes(garbage);
        await process.StandardInput.BaseStream.WriteAsync(garbage, Cancel);
        await process.StandardInput.BaseStream.FlushAsync(Cancel);
        await process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(2), Cancel);
        Assert.Contains("speaks another protocol", await errors, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public async Task Nothing_where_a_value_is_expected_is_an_error_answer()
    {
        await using var process = await HostProcess.StartAsync(_folder.Path);
        Func<Task>[] calls =
        [
            () => process.Host.BrowseAsync(null!, Cancel), () => process.Host.CheckDatasetAsync(null!, Cancel), () => process.Host.RunsAsync(null!, Cancel), () => process.Host.OpenAsync(null!, Cancel),
            () => process.Host.StartAsync(null!, Cancel), () => process.Host.StartAsync(new RunRequest(null!, Resume: false), Cancel), () => process.Host.ReceiveDatasetAsync(null!, 1, new MemoryStream(), Cancel),
        ];
        foreach (var call in calls)
        {
            Assert.Contains("found null", (await Assert.ThrowsAnyAsync<Exception>(call)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("Expected a readable folder", (await Assert.ThrowsAnyAsync<Exception>(() => process.Host.BrowseAsync("a\0b", Cancel))).Message, StringComparison.Ordinal);
        var pipe = SpecialFile.Pipe(_folder.File("pipe"));
        Assert.Contains("a named pipe", (await Assert.ThrowsAnyAsync<Exception>(() => process.Host.OpenAsync(pipe, Cancel))).Message, StringComparison.Ordinal);
        Assert.Equal(HostActivity.Idle, (await process.Host.StateAsync(Cancel)).Activity);
        Assert.Equal(0, await process.CloseAsync());
    }

    public void Dispose() => _folder.Dispose();

    private string Settings => new SmallRun(_folder, "training.steps=100000").Settings.ToYaml();

    private static async Task<MultiplexingStream.Channel> ConnectAsync(Process process)
    {
        var one = new byte[1];
        while (await process.StandardOutput.BaseStream.ReadAsync(one, Cancel) == 1 && one[0] != '\n')
        {
        }

        var streams = await MultiplexingStream.CreateAsync(FullDuplexStream.Splice(process.StandardOutput.BaseStream, process.StandardInput.BaseStream), Cancel);
        return await streams.AcceptChannelAsync("messages", Cancel);
    }

    private static async Task SendAsync(MultiplexingStream.Channel channel, string text)
    {
        await channel.Output.WriteAsync(Encoding.UTF8.GetBytes(text), Cancel);
        await channel.Output.FlushAsync(Cancel);
    }

    private static async Task ReadUntilAsync(MultiplexingStream.Channel channel, string text)
    {
        var heard = new StringBuilder();
        while (!heard.ToString().Contains(text, StringComparison.Ordinal))
        {
            var read = await channel.Input.ReadAsync(Cancel);
            Assert.False(read.IsCompleted, heard.ToString());
            foreach (var part in read.Buffer)
            {
                heard.Append(Encoding.UTF8.GetString(part.Span));
            }

            channel.Input.AdvanceTo(read.Buffer.End);
        }

        _ = DrainAsync(channel);
    }

    private static async Task DrainAsync(MultiplexingStream.Channel channel)
    {
        while (await channel.Input.ReadAsync(CancellationToken.None) is { IsCompleted: false } read)
        {
            channel.Input.AdvanceTo(read.Buffer.End);
        }
    }
}
