using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Checkpoints;
using Pix2Pix.Realtime.Training.Tests.CommandLine;

namespace Pix2Pix.Realtime.Training.Tests.Checkpoints;

/// <summary>The number of a checkpoint's format.</summary>
public sealed class CheckpointFormatTests : IDisposable
{
    private const int IndexStart = 16;
    private const string Newest = "step-00000006.ckpt";

    private readonly TemporaryFolder _folder = new();

    private string Checkpoint => _folder.File("small", "checkpoints", Newest);

    public CheckpointFormatTests() => Version010.Copy("small", _folder.File("small"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_number_and_with_this_number_it_is_read()
    {
        Assert.Equal(6, CheckpointFile.Read(Checkpoint).Header.Step);
        Rewrite(index => index.Insert(0, "Format", 1));
        Assert.Equal(6, CheckpointFile.Read(Checkpoint).Header.Step);
    }

    [Fact]
    public void It_is_written_with_the_number()
    {
        var checkpoint = CheckpointFile.Read(Checkpoint);
        CheckpointFile.Write(Checkpoint, checkpoint.Header, []);
        Assert.Equal(1, Index(File.ReadAllBytes(Checkpoint))["Format"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("2", "Expected format 1 or older, found 2 in '{0}'; update pix2pix to open it.")]
    [InlineData("\"two\"", "Expected a format number such as 1, found 'two' in '{0}'; correct it, or open an unchanged copy.")]
    public async Task A_newer_one_is_refused_and_not_passed_over_for_the_one_before_it(string number, string sentence)
    {
        File.Copy(Checkpoint, _folder.File("small", "checkpoints", "step-00000004.ckpt"));
        Rewrite(index =>
        {
            index.Clear();
            index["Format"] = JsonNode.Parse(number);
            index["Things"] = "that nobody knows yet";
        });
        var before = Files().ToList();
        var (code, said) = await TrainingProcess.RunAsync(
            "train", "--config", _folder.File("small", "config.yaml"), $"run.folder={_folder.Path}", "training.steps=10", "--resume");
        Assert.Equal(1, code);
        Assert.Contains(string.Format(null, sentence, Checkpoint), said, StringComparison.Ordinal);
        Assert.Equal(before, Files());

        // The folder was claimed before it was looked at; that leaves an empty file.
        IEnumerable<(string, string)> Files() => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "run.lock").Order()
            .Select(file => (file, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))));
    }

    [Fact]
    public async Task A_run_whose_configuration_is_newer_is_refused()
    {
        var config = _folder.File("small", "config.yaml");
        File.WriteAllText(config, $"format: 2\n{File.ReadAllText(config)}");
        var (code, said) = await TrainingProcess.RunAsync("train", "--config", config, $"run.folder={_folder.Path}", "--resume");
        Assert.Equal(1, code);
        Assert.Contains($"Expected format 1 or older, found 2 in '{config}'; update pix2pix to open it.", said, StringComparison.Ordinal);
    }

    private static JsonObject Index(byte[] file) => JsonNode.Parse(file.AsSpan(IndexStart, (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8))))!.AsObject();

    /// <summary>Writes the file with another index, whole and with its checksum, as a program of that format would.</summary>
    private void Rewrite(Action<JsonObject> change)
    {
        var file = File.ReadAllBytes(Checkpoint);
        var index = Index(file);
        var values = file.AsSpan(IndexStart + (int)BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8)));
        change(index);
        var bytes = System.Text.Encoding.UTF8.GetBytes(index.ToJsonString());
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        byte[] content = [.. file.AsSpan(0, 8), .. length, .. bytes, .. values[..^SHA256.HashSizeInBytes]];
        File.WriteAllBytes(Checkpoint, [.. content, .. SHA256.HashData(content)]);
    }
}
