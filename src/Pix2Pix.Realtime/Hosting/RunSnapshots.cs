namespace Pix2Pix.Realtime.Hosting;

/// <summary>The exported generators of a run, which lie in its folder's <c>snapshots/</c>. Any thread.</summary>
internal static class RunSnapshots
{
    public const string Folder = "snapshots";

    /// <summary>The newest one's file; null = none yet.</summary>
    /// <param name="run">The run's folder.</param>
    public static string? Newest(string run) => Path.Combine(run, Folder) is var folder && Directory.Exists(folder)
        ? Directory.GetFiles(folder, "generator-*.onnx").Max(StringComparer.Ordinal)
        : null;
}
