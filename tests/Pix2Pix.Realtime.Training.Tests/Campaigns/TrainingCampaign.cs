using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Tests.CommandLine;
using Pix2Pix.Realtime.Training.Tests.Host;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Tests.Campaigns;

/// <summary>Damaged checkpoints and a client that sends anything at all.</summary>
public sealed class TrainingCampaign : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _cases;
    private int _closed;

    [Fact]
    public Task A_damaged_checkpoint_is_read_as_it_was_or_refused()
    {
        var path = _folder.File("whole.ckpt");
        using (var values = arange(500, float32))
        {
            CheckpointFile.Write(path, new CheckpointHeader(7, "run: { name: x }", 1, false, 7, 7), [("a", values), ("b", values)]);
        }

        var (whole, expected) = (File.ReadAllBytes(path), CheckpointFile.Read(path));
        return Campaign.RunAsync("checkpoints, damaged", 200, random =>
        {
            var damaged = _folder.File("damaged.ckpt");
            File.WriteAllBytes(damaged, Campaign.Damage(whole, random));
            try
            {
                var found = CheckpointFile.Read(damaged);
                Assert.Equal(expected.Header, found.Header);
                Assert.Equal(expected.Tensors["a"], found.Tensors["a"]);
            }
            catch (Exception fault) when (fault is InvalidDataException or UserException)
            {
                // Refused in a sentence: the one before it is taken.
            }

            return Task.CompletedTask;
        });
    }

    [Fact]
    public Task A_host_that_is_sent_anything_ends_by_itself_with_a_sentence() => Campaign.RunAsync("host, garbage on stdin", 2, async random =>
    {
        using var process = TrainingProcess.Start(redirectInput: true, "host");
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        var garbage = new byte[random.Next(1, 4096)];
        random.NextBytes(garbage);
        var text = random.Next(2) == 0 ? garbage : Campaign.Damage(Encoding.ASCII.GetBytes("Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"StateAsync\"}"), random);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(text);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already: that is what is asked of it.
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        var said = await errors;
        Assert.True(process.ExitCode is 0 or 1, $"exit code {process.ExitCode}: {said}");
        Assert.DoesNotContain("fault of the program", said, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_host_whose_stdin_is_closed_at_any_moment_ends_by_itself_and_what_it_trained_is_saved() => Campaign.RunAsync("host, stdin closed at any moment", 2, async random =>
    {
        // Half of them within the start, where libtorch loads and the run is made; the rest when steps are done, however long that took.
        var (moment, isTraining) = (TimeSpan.FromSeconds(random.NextDouble() * 2), random.Next(2) == 0);
        var runs = _folder.File($"{_cases++}", "runs");
        await using var process = await HostProcess.StartAsync(_folder.Path);
        var starting = process.Host.StartAsync(new RunRequest(new SmallRun(_folder, "training.steps=100000", $"run.folder={runs}").Settings.ToYaml(), Resume: false), CancellationToken.None);
        if (isTraining)
        {
            await process.WaitForAsync<StepDone>();
        }

        await Task.Delay(moment);
        Assert.Equal(0, await process.CloseAsync());
        await Task.WhenAny(starting, Task.Delay(TimeSpan.FromMinutes(1)));
        Assert.True(
            starting.IsFaulted || starting.IsCanceled || Directory.GetFiles(runs, "*.ckpt", SearchOption.AllDirectories).Length > 0,
            $"closed after {moment.TotalMilliseconds:0} ms: the start was answered, and nothing was saved");
        Assert.Empty(Directory.Exists(runs) ? Directory.GetFiles(runs, $"*{AtomicFile.TemporaryEnding}", SearchOption.AllDirectories) : []);
        _closed++;
    }, () => $"{_closed} closed");

    public void Dispose() => _folder.Dispose();
}
