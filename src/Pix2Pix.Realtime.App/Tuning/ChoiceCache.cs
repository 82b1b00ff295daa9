using System.Security.Cryptography;
using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// Remembers which way was the fastest, for each processor model, number of processors and version of ONNX Runtime: one small file for each graph (the way of floats), and
/// one for each generator's file (whether bytes are faster and as good), with the int8 file beside it. What is cut, was measured elsewhere or written by a newer program is as good as nothing.
/// Immutable; any thread and process.
/// </summary>
/// <param name="folder">Made when something is kept.</param>
internal sealed class ChoiceCache(string folder)
{
    private static readonly FileFormat Layout = new(1);
    private static readonly string Heading = $"{FileFormat.Key} ";
    private const string End = "end";
    private const string Int8 = "int8";
    private const string Floats = "floats";

    /// <summary>Files of bytes that are kept; the oldest go.</summary>
    private const int MostInt8Files = 6;

    public string Folder => folder;

    /// <summary>In this person's cache folder.</summary>
    public static ChoiceCache ForUser() => new(UserFolders.Cache("runs"));

    /// <summary>Names a generator by its file's content; the same for the cache's other methods.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string Identify(string path)
    {
        using var file = DataFile.Open(path, OnnxFile.MostBytes);
        return Convert.ToHexString(SHA256.HashData(file))[..32];
    }

    /// <summary>The cached choice for a file's graph on this machine; null = none that is valid.</summary>
    /// <exception cref="UserException">The file is no ONNX file, or was cut.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public RunChoice? Find(string path) => Read(KeyOfGraph(path)) is { } line ? RunChoice.TryParse(line) : null;

    /// <returns>Whether it could be written.</returns>
    public bool TryKeep(string path, RunChoice choice) => TryWrite(KeyOfGraph(path), choice.ToString());

    /// <summary>Whether a generator's file is better run in int8 here; null = not known.</summary>
    public bool? PrefersInt8(string identity) => Read(KeyOfFile(identity)) switch
    {
        Int8 when File.Exists(Int8File(identity)) => true,
        Floats => false,
        _ => null,
    };

    /// <summary>Where a generator's int8 file is; null = there is none.</summary>
    public string Int8File(string identity) => Path.Combine(folder, $"{identity}.{Int8}.onnx");

    /// <param name="identity">Of the generator's file.</param>
    /// <param name="bytes">The int8 file, which is copied; null where fp32 is better.</param>
    /// <returns>Whether it could be written.</returns>
    public bool TryKeepInt8(string identity, string? bytes)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (bytes is not null)
            {
                OnnxFile.Write(Int8File(identity), OnnxFile.Read(bytes));
                foreach (var old in new DirectoryInfo(folder).EnumerateFiles($"*.{Int8}.onnx").OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostInt8Files))
                {
                    Removal.Try(old.FullName);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return TryWrite(KeyOfFile(identity), bytes is null ? Floats : Int8);
    }

    /// <summary>Removes a generator's int8 file.</summary>
    public void ForgetInt8(string identity)
    {
        // Where nothing can be deleted, nothing can be kept either: the next start says the same again.
        Removal.Try(Int8File(identity));
    }

    private string? Read(string key)
    {
        try
        {
            var text = File.ReadAllText(FileOf(key));
            if (text.StartsWith(Heading, StringComparison.Ordinal) && text.Split('\n', 2) is [var heading, var rest])
            {
                if (!Layout.CanRead(heading[Heading.Length..]))
                {
                    return null;
                }

                text = rest;
            }

            return text.StartsWith(key, StringComparison.Ordinal) && text[key.Length..].Split('\n') is [var line, End, ""] ? line : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private bool TryWrite(string key, string line)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.WriteText(FileOf(key), $"{Heading}{Layout.Newest}\n{key}{line}\n{End}\n");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string FileOf(string key) => Path.Combine(folder, $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}.txt");

    private static string KeyOfGraph(string path) => Key($"graph {GraphFingerprint.Of(path)}");

    private static string KeyOfFile(string identity) => Key($"file {identity}");

    private static string Key(string what) => $"processor {Processor.Name}\nprocessors {Environment.ProcessorCount}\nruntime {RuntimeReport.Version}\n{what}\n";
}
