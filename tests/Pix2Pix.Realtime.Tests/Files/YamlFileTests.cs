using System.Text;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Files;

/// <summary>Every loader reads its YAML through one bounded reader: what would end the process, or never end, is one sentence with its place.</summary>
public sealed class YamlFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public enum Reader { Config, Palette, Strokes, Scene }

    public static TheoryData<Reader, string, string> Hostile
    {
        get
        {
            var cases = new (string Text, string Words)[]
            {
                (new string('[', 200_000), ":1:65 expected lists and groups at most 64 deep"),
                (string.Concat(Enumerable.Repeat("{a: ", 100_000)), "at most 64 deep"),
                (string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{new string(' ', i % 200)}- \n")), ":"),
                (Laughs("x: {0}"), "expected aliases that repeat at most 10000 values"),
                (Laughs("? {0}\n: 1"), "expected aliases that repeat at most 10000 values"),
                ("x: &a [*a]", ":1:8 the alias '*a' stands inside the value that it repeats"),
                ("x: *nobody", "expected an anchor '&nobody' before the alias"),
                (string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: &a{i} 1\n")), ":1001:8 expected at most 1000 anchors"),
                ("run: { seed\nname: 1", "is not valid YAML"),
                ("run: { seed: 1", "is not valid YAML"),
                ("a: \"never closed", "is not valid YAML"),
                ("a: [1, 2\nb: 3", "is not valid YAML"),
                ("a:\n\t- b", "is not valid YAML"),
            };
            var data = new TheoryData<Reader, string, string>();
            foreach (var reader in Enum.GetValues<Reader>())
            {
                foreach (var (text, words) in cases)
                {
                    data.Add(reader, text, words);
                }
            }

            return data;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_text_that_would_take_the_stack_the_memory_or_for_ever_is_one_sentence_with_its_place(Reader reader, string text, string words)
    {
        var fault = Refusal(reader, text);
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.Matches(@"file\.yaml:\d+:\d+ ", fault);
        Assert.InRange(fault.Length, 1, 400);
    }

    [Theory]
    [InlineData(Reader.Config)]
    [InlineData(Reader.Palette)]
    [InlineData(Reader.Strokes)]
    [InlineData(Reader.Scene)]
    public void A_file_without_end_and_one_that_is_too_large_are_not_read(Reader reader)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is no /dev/zero here");

        Assert.Throws<UserException>(() => Load(reader, "/dev/zero"));

        var large = _folder.File("large.yaml");
        using (var file = File.Create(large))
        {
            file.SetLength(17 * 1024 * 1024);
        }

        Assert.Contains("at most 16 MB, found 17 MB", Assert.Throws<UserException>(() => Load(reader, large)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_wrong_all_over_is_told_of_by_its_first_faults()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"unknown{i}: 1\n"));
        var lines = Refusal(Reader.Config, text).Split('\n');
        Assert.Equal(51, lines.Length);
        Assert.StartsWith("These are the first 50 errors", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void More_values_than_fit_into_memory_are_refused_before_they_are_built() =>
        Assert.Contains("expected at most 5000000 values", Refusal(Reader.Config, string.Concat(Enumerable.Repeat("-\n", 5_000_100))), StringComparison.Ordinal);

    [Fact]
    public void A_long_word_where_a_short_one_belongs_is_answered_and_cut()
    {
        var fault = Refusal(Reader.Config, $"? {new string('k', 3_000_000)}\n: 1\nrun:\n  seed: {new string('9', 3_000_000)}\n");
        Assert.Contains("run.seed: expected a whole number", fault, StringComparison.Ordinal);
        Assert.All(fault.Split('\n'), line => Assert.InRange(line.Length, 1, 1000));
    }

    [Fact]
    public void An_alias_that_repeats_little_is_as_good_as_the_value_itself()
    {
        var values = ConfigFile.Parse(TrainingSettings.Table, "optimizer:\n  generator_lr: &lr 1e-3\n  discriminator_lr: *lr", "file.yaml", []);
        Assert.Equal(1e-3, values.Get(TrainingSettings.DiscriminatorRate));
    }

    [Fact]
    public void Transforms_in_a_long_chain_or_a_large_ring_are_refused()
    {
        Assert.Contains("at most 64 parents above an object", Refusal(Reader.Scene, Chain(30_000, parentOfFirst: "")), StringComparison.Ordinal);
        Assert.Contains("at most 64 parents above an object", Refusal(Reader.Scene, Chain(3_000, parentOfFirst: "o2999")), StringComparison.Ordinal);
        using var scene = SceneFile.Parse(Chain(60, parentOfFirst: ""), "file.yaml", new ComponentRegistry(), new Dictionary<string, string>());
        Assert.Equal(60, scene.Objects.Count);
    }

    [Theory]
    [InlineData("[[[[")]
    [InlineData(null)]
    public void A_value_from_outside_goes_through_the_same_bounds(string? text)
    {
        var values = new SettingValues(TrainingSettings.Table);
        Assert.Contains("expected two numbers", values.TrySet(TrainingSettings.LabelSmoothing, text ?? new string('[', 200_000)), StringComparison.Ordinal);
    }

    private static string Chain(int length, string parentOfFirst) =>
        "objects:\n" + string.Concat(Enumerable.Range(0, length).Select(i => $"- {{ name: o{i}, components: [Transform: {{ parent: \"{(i == 0 ? parentOfFirst : $"o{i - 1}")}\" }}] }}\n"));

    /// <summary>Nine aliases in each of nine lists: 387 million values.</summary>
    private static string Laughs(string use)
    {
        var text = new StringBuilder("a0: &a0 [1]\n");
        for (var i = 1; i <= 9; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        return text.Append(string.Format(null, use.Replace("{0}", "*a9", StringComparison.Ordinal))).ToString();
    }

    private static string Refusal(Reader reader, string text) => Assert.Throws<UserException>(() => Parse(reader, text)).Message;

    private static void Parse(Reader reader, string text)
    {
        switch (reader)
        {
            case Reader.Config:
                ConfigFile.Parse(TrainingSettings.Table, text, "file.yaml", []);
                break;
            case Reader.Palette:
                PaletteFile.Parse(text, "file.yaml");
                break;
            case Reader.Strokes:
                StrokeFile.Parse(text, "file.yaml", PaletteFile.Load("cmp-facade").Classes);
                break;
            default:
                SceneFile.Parse(text, "file.yaml", new ComponentRegistry(), new Dictionary<string, string>());
                break;
        }
    }

    private static void Load(Reader reader, string path)
    {
        switch (reader)
        {
            case Reader.Config:
                ConfigFile.Load(TrainingSettings.Table, path, []);
                break;
            case Reader.Palette:
                PaletteFile.Load(path);
                break;
            case Reader.Strokes:
                StrokeFile.Load(path, PaletteFile.Load("cmp-facade").Classes);
                break;
            default:
                SceneFile.Load(path, new ComponentRegistry(), new Dictionary<string, string>());
                break;
        }
    }
}
