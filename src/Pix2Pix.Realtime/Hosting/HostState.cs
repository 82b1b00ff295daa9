namespace Pix2Pix.Realtime.Hosting;

/// <summary>What a host is doing.</summary>
/// <param name="Activity">Its one activity.</param>
/// <param name="Run">The run's name; empty = none since the host started.</param>
/// <param name="Step">The newest step.</param>
/// <param name="TotalSteps">Where the run will end.</param>
public sealed record HostState(HostActivity Activity, string Run, long Step, long TotalSteps);

/// <summary>What a host does at a time.</summary>
public enum HostActivity { Idle, Training, Paused }
