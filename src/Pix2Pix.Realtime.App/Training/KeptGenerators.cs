using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>Generators that a user wants to keep: a run drops its old snapshots, this folder drops nothing. Any thread.</summary>
internal static class KeptGenerators
{
    public static string Folder { get; } = UserFolders.Data("models");

    /// <summary>Copies a snapshot, never over another.</summary>
    /// <param name="snapshot">An .onnx of the run.</param>
    /// <param name="run">The run's name.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="UserException">The snapshot is gone.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public static string Keep(string snapshot, string run)
    {
        if (!File.Exists(snapshot))
        {
            throw new UserException(RunTexts.SnapshotGone(snapshot));
        }

        Directory.CreateDirectory(Folder);
        var name = $"{run}-{Path.GetFileNameWithoutExtension(snapshot)}";
        var copy = Path.Combine(Folder, $"{name}.onnx");
        for (var number = 2; File.Exists(copy); number++)
        {
            copy = Path.Combine(Folder, $"{name}-{number}.onnx");
        }

        AtomicFile.Write(copy, stream =>
        {
            using var source = RegularFile.OpenRead(snapshot);
            source.CopyTo(stream);
        });
        return copy;
    }
}
