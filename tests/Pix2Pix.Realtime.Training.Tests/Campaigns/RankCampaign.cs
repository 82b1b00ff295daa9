using System.Diagnostics;
using System.Globalization;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;
using Pix2Pix.Realtime.Training.Tests.Ranks;

namespace Pix2Pix.Realtime.Training.Tests.Campaigns;

/// <summary>
/// One of two ranks is killed, again and again in one run: the other ends too, the sentence names the one that was killed, the newest checkpoint is whole, and the next start goes
/// on from it.
/// </summary>
public sealed class RankCampaign : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly RankedRun _run = new();
    private readonly List<double> _seconds = [];
    private readonly int[] _killed = new int[2];
    private long _saved;

    public void Dispose() => _run.Dispose();

    /// <summary>The other rank is stopped in its step, so the one that is killed has come to the next meeting and waits there.</summary>
    [Fact]
    public Task In_an_all_reduce() => RunAsync("rank killed in an all-reduce", cases: 2, [], async (victim, other) =>
    {
        other.Signal("STOP");
        await Task.Delay(TimeSpan.FromSeconds(0.3));
        victim.Kill();
        other.Signal("CONT");
    });

    /// <summary>Rank 0 writes many megabytes, and the other waits for it.</summary>
    [Fact]
    public Task In_a_checkpoint() => RunAsync("rank killed in a checkpoint", cases: 1, ["generator.width=32", "output.checkpoint_every=1"], (victim, _) =>
    {
        using var writing = new ManualResetEventSlim();
        using var watcher = new FileSystemWatcher(Path.Combine(_run.Root, "killed", "checkpoints"), "*.part");
        watcher.Created += (_, _) => writing.Set();
        watcher.EnableRaisingEvents = true;
        Assert.True(writing.Wait(Patience), "no checkpoint was written");
        victim.Kill();
        return Task.CompletedTask;
    });

    /// <summary>Rank 0 translates all validation pairs after every step, which takes many times as long as the step.</summary>
    [Fact]
    public Task In_a_validation() => RunAsync("rank killed in a validation", cases: 1, ["output.validate_every=1"], async (victim, _) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        victim.Kill();
    });

    /// <param name="cases">In the suite; two of them kill each rank once.</param>
    private Task RunAsync(string name, int cases, string[] settings, Func<RankProcess, RankProcess, Task> kill) => Campaign.RunAsync(name, cases, async random =>
    {
        using var process = TrainingProcess.Start(_run.Train("killed", ["training.ranks=2", "training.steps=100000", "output.checkpoint_every=5", .. settings, "--resume"]));
        _ = process.StandardOutput.ReadToEndAsync();
        var began = await RankedRun.ReadUntilAsync(process, ", steps ");
        Assert.True(_saved == 0 || began.Contains($", steps {_saved} to ", StringComparison.Ordinal), $"expected to go on from step {_saved}: {began}");
        await RankedRun.ReadUntilAsync(process, ": checkpoint ");
        var victim = random.Next(2);
        await kill(_run.Rank(victim), _run.Rank(1 - victim));
        var clock = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Patience);
        var said = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        _seconds.Add(clock.Elapsed.TotalSeconds);
        _killed[victim]++;
        Assert.Equal(1, process.ExitCode);
        Assert.Matches($"but rank {victim} on .* was killed; continue from the newest checkpoint with --resume", said);
        Assert.Empty(_run.Processes());
        Assert.InRange(_run.Newest("killed").Header.Step, _saved + 1, long.MaxValue);
        _saved = _run.Newest("killed").Header.Step;
    }, () => string.Create(CultureInfo.InvariantCulture, $"{_killed[0]} times rank 0, {_killed[1]} times rank 1; all had ended after {_seconds.Average():0.0} s on average, {_seconds.Max():0.0} s at most"));
}
