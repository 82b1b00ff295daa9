using System.Diagnostics;
using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.App.Training;
using Pix2Pix.Realtime.Hosting;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Training;

/// <summary>The panel's half of training, against the real training program.</summary>
public sealed class TrainingSessionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly List<string> _told = [];
    private readonly List<TrainingEvent> _heard = [];

    [Fact]
    public async Task A_run_is_watched_its_generators_arrive_and_it_ends_saved()
    {
        var session = Session("");
        session.Start(Small(steps: 30), resume: false);
        string? snapshot = null;
        await UntilAsync(session, () => (snapshot ??= session.TakeSnapshot()) is not null);
        Assert.True(File.Exists(snapshot));
        await UntilAsync(session, () => session.Progress.IsOver);
        Assert.Equal(30, session.Progress.Step);
        Assert.True(session.Progress.Losses.All(series => series.Count > 0));
        Assert.NotEmpty(await session.ReadAsync(_heard.OfType<SampleSheetDrawn>().Last().File));
        Assert.False(session.IsTraining);
        session.Close();
    }

    [Fact]
    public async Task Answers_are_applied_in_Update_alone_and_a_late_one_does_not_revive_a_run()
    {
        var session = Session("");
        session.Start(Small(steps: 100_000), resume: false);
        await UntilAsync(session, () => session.Phase == SessionPhase.Training);
        var host = await session.HostAsync();

        session.Pause();
        await host.ThrottleAsync(1, CancellationToken.None);
        Assert.False(SpinWait.SpinUntil(() => session.Phase != SessionPhase.Training, TimeSpan.FromSeconds(1)), "the phase changed outside Update");
        await UntilAsync(session, () => session.Phase == SessionPhase.Paused);

        session.Continue();
        session.Stop();
        await UntilAsync(session, () => session.Progress.IsOver);
        session.Update();
        Assert.Equal(SessionPhase.Idle, session.Phase);
        Assert.False(session.IsUnanswered);
        session.Close();
    }

    [Fact]
    public async Task A_host_that_is_killed_is_told_and_the_run_goes_on_with_resume()
    {
        var pid = _folder.File("pid");
        var session = Session($"echo $$ > {pid}; exec dotnet {TrainingProgram.File} host");
        session.Start(Small(steps: 100_000), resume: false);
        await UntilAsync(session, () => session.Progress.Step > 60);
        using (var host = Process.GetProcessById(int.Parse(File.ReadAllText(pid))))
        {
            host.Kill();
        }

        await UntilAsync(session, () => !session.IsTraining);
        Assert.Contains(_told, words => words.Contains("Resume starts", StringComparison.Ordinal));
        session.Start(Small(steps: 100_000), resume: true);
        await UntilAsync(session, () => session.Progress.Step >= 50);
        session.Stop();
        await UntilAsync(session, () => session.Progress.IsOver);
        session.Close();
    }

    [Theory]
    [InlineData("echo 'ssh: connect to host gpu-box: Connection refused' >&2; exit 255", "Connection refused")]
    [InlineData("echo pix2pix-host/99; sleep 9", "pix2pix-host/99")]
    [InlineData("sleep 60", "within 20 s")]
    public async Task A_host_that_is_none_is_told_in_words(string command, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-ins are shell commands");
        var session = Session(command);
        session.Start(Small(steps: 10), resume: false);
        await UntilAsync(session, () => _told.Exists(words => words.Contains(expected, StringComparison.Ordinal)));

        // One that only hangs may still come; the person can give it up.
        session.GiveUp();
        await UntilAsync(session, () => !session.IsTraining);
        session.Close();
    }

    [Fact]
    public async Task A_remote_host_with_a_noisy_login_trains_as_well()
    {
        var session = Session($"echo 'Welcome to gpu-box'; echo; exec dotnet {TrainingProgram.File} host");
        session.Start(Small(steps: 5), resume: false);
        await UntilAsync(session, () => session.Progress.IsOver);
        session.Close();
    }

    public void Dispose()
    {
        _news.Dispose();
        _folder.Dispose();
    }

    private TrainingSession Session(string command)
    {
        Assert.SkipUnless(TrainingProgram.IsBuilt, "the training program is not built");
        return new TrainingSession(command, () => _news.Release(), words =>
        {
            lock (_told)
            {
                _told.Add(words);
            }

            _news.Release();
        }, _heard.Add);
    }

    private async Task UntilAsync(TrainingSession session, Func<bool> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        session.Update();
        while (!done())
        {
            await _news.WaitAsync(patience.Token);
            session.Update();
        }
    }

    private SettingValues Small(int steps) => ConfigFile.Parse(TrainingSettings.Table, "", "test",
    [
        $"run.folder={_folder.Path}", "run.name=small", "data.load_size=64", "data.crop_size=64", "generator.width=4", "discriminator.width=4", "discriminator.layers=2",
        $"training.steps={steps}", "output.checkpoint_every=25", "output.snapshot_every=15", "output.sample_every=100",
    ]);
}
