using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.Tests.Shared;
using Pix2Pix.Realtime.Training.Tests.CommandLine;
using Pix2Pix.Realtime.Training.Tests.TensorBoard;

namespace Pix2Pix.Realtime.Training.Tests.Compatibility;

/// <summary>Runs that version 0.1.0 trained, gone on with by the training program of today.</summary>
public sealed class OldRunTests(OldRunTests.Resumed resumed) : IClassFixture<OldRunTests.Resumed>
{
    /// <summary>Six digits are written. Other processors' instructions give the same; without Adam's counters one loss is ten times as far off.</summary>
    private const double Tolerance = 2e-5;

    [Fact]
    public void A_run_goes_on_from_its_step_to_the_losses_that_it_would_have_had_then()
    {
        Assert.Contains("steps 6 to 10", resumed.Said, StringComparison.Ordinal);

        // The rows that were there are kept to the letter; the new ones depend on all weights, moments and rates that were restored.
        var (found, expected) = (resumed.Lines("metrics.csv"), File.ReadAllLines(Version010.Path("expected", "metrics.csv")));
        Assert.Equal(expected[..4], found[..4]);
        Assert.Equal(expected.Length, found.Length);
        foreach (var (row, wanted) in found.Zip(expected).Skip(4))
        {
            foreach (var (value, number) in row.Split(',').Zip(wanted.Split(',')))
            {
                Assert.True(value == number || Math.Abs(Number(value) - Number(number)) <= Tolerance * Math.Abs(Number(number)), $"expected {wanted}\nfound    {row}");
            }
        }

        Assert.Equal([2L, 4, 6, 8, 10], EventFileReader.ReadFolder(resumed.Folder).Where(entry => entry.Tag == "validation_L1").Select(entry => entry.Step));
    }

    [Fact]
    public void The_settings_of_a_run_keep_their_names_and_values()
    {
        var now = resumed.Lines("config.yaml");
        Assert.Contains("  steps: 10", now);
        Assert.All(
            File.ReadAllLines(Version010.Path("paired", "config.yaml")).Where(line => line is not ("  steps: 6" or "  folder: \"runs\"" or "  root: \"pairs\"")),
            line => Assert.Contains(line, now));
    }

    [Fact]
    public void A_checkpoint_keeps_the_names_of_all_that_it_holds()
    {
        var (before, now) = (Index(Version010.Path("paired", "checkpoints", "step-00000006.ckpt")), Index(Path.Combine(resumed.Folder, "checkpoints", "step-00000010.ckpt")));
        Assert.Equal(Names(before), Names(now).Intersect(Names(before)));
        Assert.Equal(Names(before.GetProperty("Header")), Names(now.GetProperty("Header")).Intersect(Names(before.GetProperty("Header"))));
        Assert.Equal(Tensors(before), Tensors(now));

        var header = now.GetProperty("Header");
        Assert.Equal((10, 10, 10), (header.GetProperty("Step").GetInt32(), header.GetProperty("GeneratorUpdates").GetInt32(), header.GetProperty("DiscriminatorUpdates").GetInt32()));
        Assert.Equal(1, header.GetProperty("RateScale").GetDouble());
        Assert.True(header.GetProperty("StatisticsFrozen").GetBoolean());

        // A quarter when the run was stopped, halved twice since.
        Assert.Equal(0.25, before.GetProperty("Header").GetProperty("Plateau").GetProperty("Factor").GetDouble());
        Assert.Equal(0.0625, header.GetProperty("Plateau").GetProperty("Factor").GetDouble());
        Assert.Equal(["Factor", "Best", "Waited", "Words"], Names(header.GetProperty("Plateau")));

        static IEnumerable<string> Names(JsonElement one) => one.EnumerateObject().Select(entry => entry.Name);

        static IEnumerable<string> Tensors(JsonElement index) => index.GetProperty("Tensors").EnumerateArray().Select(entry => $"{entry.GetProperty("Name")} {entry.GetProperty("Count")}");
    }

    [Fact]
    public async Task A_student_goes_on_with_its_own_copy_of_a_teacher_that_is_gone()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("learns from small at step 6, width 4", await GoOnAsync(folder, "small-student", steps: 6), StringComparison.Ordinal);
        var row = File.ReadAllLines(folder.File("small-student", "metrics.csv"))[^1].Split(',');
        Assert.Equal("6", row[0]);
        Assert.True(Number(row[^2]) > 0 && Number(row[^1]) > 0, string.Join(',', row));
    }

    private static async Task<string> GoOnAsync(TemporaryFolder folder, string run, int steps, params string[] settings)
    {
        Version010.Copy(run, folder.File(run));
        var (code, said) = await TrainingProcess.RunAsync(
            ["train", "--config", folder.File(run, "config.yaml"), $"run.folder={folder.Path}", $"training.steps={steps}", .. settings, "--resume"]);
        Assert.True(code == 0, said);
        return said;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What a checkpoint says of itself, read from the format's description alone.</summary>
    private static JsonElement Index(string checkpoint)
    {
        var bytes = File.ReadAllBytes(checkpoint);
        Assert.True(bytes.AsSpan().StartsWith("P2PCKPT1"u8));
        return JsonElement.Parse(bytes.AsSpan(16, (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8))));
    }

    /// <summary>The run that was stopped at step 6, gone on with to step 10: once for all tests.</summary>
    public sealed class Resumed : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Said { get; private set; } = "";

        public string Folder => Path.Combine(_folder.Path, "paired");

        public async ValueTask InitializeAsync() => Said = await GoOnAsync(_folder, "paired", steps: 10, $"data.root={Version010.Path("pairs")}");

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return default;
        }

        public string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));
    }
}
