namespace Pix2Pix.Realtime.Hosting;

/// <summary>A run that lies on the host's disk, whether it trains or not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Its folder on the host, whole path.</param>
/// <param name="Step">Of its newest checkpoint, from which it would continue; 0 = it has none.</param>
/// <param name="TotalSteps">Where it ends; 0 = as its epochs say.</param>
/// <param name="Changed">When it last wrote something.</param>
/// <param name="StepsPerSecond">How fast it last went; 0 = unknown.</param>
/// <param name="Settings">Its resolved configuration, as YAML.</param>
internal sealed record RunInfo(string Name, string Folder, long Step, long TotalSteps, DateTimeOffset Changed, double StepsPerSecond, string Settings)
{
    /// <summary>Whether it has come to its end.</summary>
    public bool IsDone => TotalSteps > 0 && Step >= TotalSteps;
}
