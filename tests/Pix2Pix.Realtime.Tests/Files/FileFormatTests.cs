using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

/// <summary>The number in each kind of YAML file, and in a snapshot's metadata.</summary>
public sealed class FileFormatTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly ComponentRegistry Registry = new();
    private static readonly Palette Palette = PaletteFile.Load("cmp-facade");

    private static readonly Dictionary<string, (string Text, Action<string> Read)> Kinds = new()
    {
        ["configuration"] = ("training: { steps: 3 }", text => Assert.Equal(3, ConfigFile.Parse(TrainingSettings.Table, text, "x.yaml", []).Get(TrainingSettings.Steps))),
        ["scene"] = ("scene: mine\nobjects: [{ components: [Transform] }]", text => Assert.Equal("mine", SceneFile.Parse(text, "x.yaml", Registry, Nothing).Name)),
        ["strokes"] = ("strokes: [{ tool: fill, class: window, points: [[1, 2]] }]", text => Assert.Single(StrokeFile.Parse(text, "x.yaml", Palette.Classes))),
        ["palette"] = ("classes: [{ id: 0, name: paper, color: [255, 255, 255] }]", text => Assert.Equal("paper", Assert.Single(PaletteFile.Parse(text, "x.yaml").Classes).Name)),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_without_a_number_and_one_with_this_number_are_read(string kind)
    {
        var (text, read) = Kinds[kind];
        read(text);
        read($"format: 1\n{text}");
        read($"{text}\nformat: 1");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_newer_number_is_refused_in_one_sentence_whatever_else_the_file_says(string kind)
    {
        const string Expected = "Expected format 1 or older, found 2 in 'x.yaml'; update pix2pix to open it.";
        var (text, read) = Kinds[kind];
        Assert.Equal(Expected, Assert.Throws<UserException>(() => read($"format: 2\n{text}")).Message);
        Assert.Equal(Expected, Assert.Throws<UserException>(() => read("new: { things: [1] }\nformat: 2")).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_a_number_is_shown(string kind)
    {
        var (text, read) = Kinds[kind];
        foreach (var (written, found) in new[] { ("two", "two"), ("1.0", "1.0"), ("0", "0"), ("-1", "-1"), ("", ""), ("[1]", "a list or a group"), ("\"\"", "") })
        {
            Assert.Equal(
                $"Expected a format number such as 1, found '{found}' in 'x.yaml'; correct it, or open an unchanged copy.",
                Assert.Throws<UserException>(() => read($"format: {written}\n{text}")).Message);
        }
    }

    [Fact]
    public void A_number_is_only_one_at_the_root()
    {
        var fault = Assert.Throws<UserException>(() => ConfigFile.Parse(TrainingSettings.Table, "training: { format: 2 }", "x.yaml", []));
        Assert.StartsWith("x.yaml:1:13 training.format: no such setting", fault.Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => ConfigFile.Parse(TrainingSettings.Table, "", "x.yaml", ["format=1"]));
    }

    [Fact]
    public void What_is_written_begins_with_its_number()
    {
        using var folder = new TemporaryFolder();
        ConfigFile.Save(folder.File("config.yaml"), new SettingValues(TrainingSettings.Table));
        StrokeFile.Save(folder.File("strokes.yaml"), [], Palette.Classes, new PixelSize(256, 256));
        using var scene = SceneFile.Parse(Kinds["scene"].Text, "x.yaml", Registry, Nothing);
        SceneFile.Save(scene, folder.File("scene.yaml"), "gone.yaml");
        var files = Directory.GetFiles(folder.Path);
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal("format: 1", File.ReadLines(file).First()));
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("2", "expected format 1 or older, found 2; update pix2pix to open it")]
    [InlineData("two", "expected a format number such as 1, found 'two'; correct it, or open an unchanged copy")]
    public void A_snapshots_number_is_in_its_metadata(string number, string? refusal)
    {
        var entries = OnnxFile.Metadata(OnnxFile.Read(Version010.Path("small", "snapshots", "generator-000006.onnx"))).ToDictionary();
        entries["pix2pix.format"] = number;
        Assert.Equal(refusal, Record.Exception(() => SnapshotMetadata.FromEntries(entries))?.Message);
        Assert.Equal(new("pix2pix.format", "1"), SnapshotMetadata.FromEntries(new Dictionary<string, string>(entries) { ["pix2pix.format"] = "1" }).ToEntries()[0]);

        // Without a number it is another program's file, whose metadata is not ours to read.
        entries.Remove("pix2pix.format");
        Assert.False(SnapshotMetadata.IsIn(entries));
    }
}
