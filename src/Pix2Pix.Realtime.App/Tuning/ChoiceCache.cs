using System.Security.Cryptography;
using System.Text;
using Onnx;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// Remembers which way was the fastest: one small file for each graph, processor model, number of processors and version of ONNX Runtime. What is cut, or was
/// measured elsewhere, is as good as nothing. Immutable; any thread.
/// </summary>
/// <param name="folder">Made when something is kept.</param>
internal sealed class ChoiceCache(string folder)
{
    private const string End = "end";

    /// <summary>In this person's cache folder.</summary>
    public static ChoiceCache ForUser()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return new ChoiceCache(string.IsNullOrEmpty(cache)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "pix2pix", "runs")
            : Path.Combine(cache, "pix2pix", "runs"));
    }

    /// <summary>What was kept for a graph on this machine; null = nothing that counts.</summary>
    public RunChoice? Find(ModelProto model)
    {
        var key = Key(model);
        try
        {
            var text = File.ReadAllText(FileOf(key));
            return text.StartsWith(key, StringComparison.Ordinal) && text[key.Length..].Split('\n') is [var line, End, ""] && RunChoice.TryParse(line, out var choice)
                ? choice
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>Whether it could be written.</returns>
    public bool TryKeep(ModelProto model, RunChoice choice)
    {
        var key = Key(model);
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.WriteText(FileOf(key), $"{key}{choice}\n{End}\n");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string FileOf(string key) => Path.Combine(folder, $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}.txt");

    private static string Key(ModelProto model) =>
        $"processor {Processor.Name}\nprocessors {Environment.ProcessorCount}\nruntime {RuntimeReport.Version}\ngraph {GraphFingerprint.Of(model)}\n";
}
