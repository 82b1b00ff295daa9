using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Training.RunFiles;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Checkpoints;

/// <summary>A run's checkpoints: <c>checkpoints/step-00001000.ckpt</c>, the newest few.</summary>
/// <param name="folder">The folder; it exists.</param>
/// <param name="keep">How many to keep, at least 1.</param>
/// <param name="say">Hears, in one sentence, of a file that was passed over.</param>
internal sealed class CheckpointStore(string folder, int keep, Action<string> say)
{
    private const string Ending = ".ckpt";

    /// <summary>A run's store, as its settings say.</summary>
    /// <param name="say">Hears, in one sentence, of a file that was passed over.</param>
    public static CheckpointStore Open(RunFolder folder, SettingValues settings, Action<string> say) =>
        new(folder.Checkpoints, settings.Get(TrainingSettings.Keep), say);

    /// <summary>All, the newest first.</summary>
    public IReadOnlyList<string> Files => [.. Directory.GetFiles(folder, $"step-*{Ending}").OrderByDescending(file => file, StringComparer.Ordinal)];

    /// <summary>Saves a checkpoint, then drops the oldest beyond the number to keep. Where the disk has no room for it the oldest are dropped first, never the newest whole one.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The disk is full or the folder can't be written; the older ones are all still there.</exception>
    public string Save(CheckpointHeader header, IReadOnlyList<(string Name, Tensor Value)> tensors)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"step-{header.Step:d8}{Ending}"));
        while (true)
        {
            try
            {
                CheckpointFile.Write(path, header, tensors);
                break;
            }
            catch (IOException fault) when (DiskSpace.IsShort(fault) && Expendable(path) is { } oldest)
            {
                if (!Removal.Try(oldest))
                {
                    throw;
                }

                say(CheckpointsTexts.DiskFull(Path.GetFileName(oldest), header.Step));
            }
        }

        foreach (var old in Files.Skip(keep))
        {
            Removal.Try(old);
        }

        return path;
    }

    /// <summary>The newest checkpoint that is whole; null if there is none. Says which ones it passed over and why.</summary>
    /// <exception cref="UserException">A newer program wrote it: one before it would undo what that program trained.</exception>
    public Checkpoint? Latest()
    {
        foreach (var file in Files)
        {
            if (TryRead(file, out var checkpoint) is not { } fault)
            {
                return checkpoint;
            }

            say(CheckpointsTexts.Unusable(Path.GetFileName(file), fault.TrimEnd('.')));
        }

        return null;
    }

    /// <summary>The oldest that may go for a newer one; null where only the newest whole one is left.</summary>
    private string? Expendable(string path)
    {
        var others = Files.Where(file => file != path).ToList();
        var newest = others.Find(file => TryRead(file, out _) is null);
        return others.LastOrDefault(file => file != newest);
    }

    /// <returns>Null, or why the file can't be used.</returns>
    private static string? TryRead(string file, out Checkpoint? checkpoint)
    {
        try
        {
            checkpoint = CheckpointFile.Read(file);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            checkpoint = null;
            return fault.Message;
        }
    }
}
