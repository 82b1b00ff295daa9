using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Nerdbank.Streams;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;
using StreamJsonRpc;

namespace Pix2Pix.Realtime.Training.Tests.Compatibility;

/// <summary>
/// A client of version 0.1.0 on another machine: the host's methods, events and facts by the names that go over the wire, none of which the compiler knows.
/// </summary>
public sealed class OldClientTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder _folder = new();
    private readonly Channel<JsonElement> _happened = Channel.CreateUnbounded<JsonElement>();
    private readonly Process _process = TrainingProcess.Start(redirectInput: true, "host");
    private MultiplexingStream _streams = null!;
    private JsonRpc _host = null!;

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _streams.DisposeAsync();
        await _process.WaitForExitAsync(Cancel);
        _process.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_name_of_the_protocol_is_still_understood()
    {
        await ConnectAsync();
        Assert.Equal(["Activity", "Run", "Step", "TotalSteps"], Names(await AskAsync("StateAsync")));
        Assert.Equal(["Folder", "Folders", "Files"], Names(await AskAsync("BrowseAsync", _folder.Path)));
        var settings = File.ReadAllText(Version010.Path("small", "config.yaml"))
            .Replace("folder: \"runs\"", $"folder: \"{_folder.Path}\"", StringComparison.Ordinal).Replace("  steps: 6", "  steps: 100000", StringComparison.Ordinal);
        Assert.Equal(["TrainingPairs", "ValidationPairs", "Words", "Problems", "Remarks", "Examples"], Names(await AskAsync("CheckDatasetAsync", settings)));

        await AskAsync("StartAsync", new { Settings = settings, Resume = false });
        Assert.Equal(["kind", "Name", "Folder", "TotalSteps", "Pairs", "Words", "Step"], Names(await WaitAsync("started")));
        var step = await WaitAsync("step");
        Assert.Equal(["kind", "Losses", "StepsPerSecond", "SecondsLeft", "Step"], Names(step));
        Assert.Equal(
            ["DiscriminatorReal", "DiscriminatorFake", "GeneratorGan", "GeneratorL1", "GradientPenalty", "TeacherL1", "TeacherFeatures"], Names(step.GetProperty("Losses")));
        Assert.Equal(["kind", "L1", "Step"], Names(await WaitAsync("validation")));
        await AskAsync("PauseAsync");
        await AskAsync("ResumeAsync");
        await AskAsync("ThrottleAsync", 0.9);
        await AskAsync("SnapshotAsync");
        var snapshot = await WaitAsync("snapshot");
        Assert.Equal(["kind", "File", "Step"], Names(snapshot));
        await using (var file = await _host.InvokeWithCancellationAsync<Stream>("OpenAsync", [snapshot.GetProperty("File").GetString()!], Cancel))
        {
            Assert.True(await file.ReadAsync(new byte[16], Cancel) > 0);
        }

        await AskAsync("StopAsync");
        Assert.Equal(["kind", "File", "Step"], Names(await WaitAsync("checkpoint")));
        Assert.Equal(["kind", "Words", "Step"], Names(await WaitAsync("finished")));
        Assert.Equal(
            ["Name", "Folder", "Step", "TotalSteps", "Changed", "StepsPerSecond", "Settings", "IsDone"], Names(Assert.Single((await AskAsync("RunsAsync", _folder.Path)).EnumerateArray())));

        using var cut = new MemoryStream(new byte[1024]);
        var refusal = await Assert.ThrowsAsync<RemoteInvocationException>(() => AskAsync("ReceiveDatasetAsync", "cut", 3, cut));
        Assert.Contains("expected 3 files, found 0", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement one) => one.EnumerateObject().Select(entry => entry.Name);

    private async Task ConnectAsync()
    {
        _ = _process.StandardError.ReadToEndAsync(Cancel);
        var output = _process.StandardOutput.BaseStream;
        var greeting = new byte["pix2pix-host/1\n".Length];
        await output.ReadExactlyAsync(greeting, Cancel);
        Assert.Equal("pix2pix-host/1\n"u8, greeting);
        _streams = await MultiplexingStream.CreateAsync(FullDuplexStream.Splice(output, _process.StandardInput.BaseStream), Cancel);
        var channel = await _streams.AcceptChannelAsync("messages", Cancel);
        _host = new JsonRpc(new HeaderDelimitedMessageHandler(channel, new SystemTextJsonFormatter { MultiplexingStream = _streams }));
        _host.AddLocalRpcMethod("Happened", (JsonElement happened) => _happened.Writer.TryWrite(happened.Clone()));
        _host.StartListening();
    }

    private Task<JsonElement> AskAsync(string method, params object[] arguments) => _host.InvokeWithCancellationAsync<JsonElement>(method, arguments, Cancel);

    private async Task<JsonElement> WaitAsync(string kind)
    {
        await foreach (var happened in _happened.Reader.ReadAllAsync(Cancel))
        {
            var found = happened.GetProperty("kind").GetString();
            Assert.NotEqual("failed", found);
            if (found == kind)
            {
                return happened;
            }
        }

        throw new EndOfStreamException();
    }
}
