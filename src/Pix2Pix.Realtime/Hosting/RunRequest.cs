namespace Pix2Pix.Realtime.Hosting;

/// <summary>A request to train a run.</summary>
/// <param name="Settings">The configuration as YAML; what it leaves out has its default.</param>
/// <param name="Resume">Whether to continue with the run of that name and folder; without a checkpoint it starts fresh and says so.</param>
internal sealed record RunRequest(string Settings, bool Resume);
