namespace Pix2Pix.Realtime.Hosting;

/// <summary>The state of a host.</summary>
/// <param name="Activity">Its one activity.</param>
/// <param name="Run">The run's name; empty = none since the host started.</param>
/// <param name="Step">The newest step.</param>
/// <param name="TotalSteps">Where the run will end.</param>
internal sealed record HostState(HostActivity Activity, string Run, long Step, long TotalSteps);

/// <summary>The activity of a host.</summary>
internal enum HostActivity { Idle, Training, Paused }
