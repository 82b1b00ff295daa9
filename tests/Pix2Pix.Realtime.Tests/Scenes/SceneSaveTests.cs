using System.Numerics;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.Tests.Scenes;

/// <summary>What was saved is the same scene when it is opened, and what people wrote around its values is still there.</summary>
public sealed class SceneSaveTests
{
    private const int Scenes = 600;

    private const string Commented = """
        # A house, for visitors.
        format: 1
        scene: house
        objects:
          - name: wall   # the one at the left
            components:
              - Box: { count: 3, name: "old" }   # three are enough
              # sleeps by day
              - Lamp
              - Box:
                  # how bright
                  share: 0.25   # a quarter
                  name: 'it''s'
          - { name: "a \"b\"", components: [Lamp, Box: {}] }
        """;

    private static readonly Setting<int> Count = SettingKinds.Int("count", 1, 0, 9, "", "a number");
    private static readonly Setting<double> Share = SettingKinds.Double("share", 0.5, 0, 1, "", "a share");
    private static readonly Setting<bool> IsOn = SettingKinds.Bool("is_on", false, "a switch");
    private static readonly Setting<string> Name = SettingKinds.Text("name", "", "text", "words");
    private static readonly Setting<string> Picture = SettingKinds.FileName("picture", "", "a file", "a picture");
    private static readonly Setting<Interval> Limits = SettingKinds.Pair("limits", new Interval(0, 1), -5, 5, "", "limits");
    private static readonly Setting<Vector3> Place = SettingKinds.Vector("place", Vector3.Zero, -9, 9, "metres", "a place");
    private static readonly Setting<DayOfWeek> Day = SettingKinds.Choice("day", DayOfWeek.Monday, "a day", ("monday", DayOfWeek.Monday), ("sunday", DayOfWeek.Sunday));

    private static readonly ComponentRegistry Registry = new ComponentRegistry()
        .Register("Box", new SettingsTable(Count, Share, IsOn, Name, Picture, Limits, Place, Day), _ => new Sleeper())
        .Register("Lamp", new SettingsTable(Count), _ => new Sleeper());

    [Fact]
    public void Comments_and_layout_stay_where_values_change()
    {
        using var scene = Read(Commented);
        Part(scene, 0).Set(Count, 7);
        Part(scene, 1).Set(Count, 4);
        ((Behaviour)Part(scene, 1)).Enabled = false;
        Part(scene, 2).Set(Share, 0.75);
        Part(scene, 2).Set(Place, new Vector3(1, 2.5f, -3));
        ((Behaviour)Part(scene, 4)).Enabled = false;
        Assert.Equal(
            """
            # A house, for visitors.
            format: 1
            scene: house
            objects:
              - name: wall   # the one at the left
                components:
                  - Box: { count: 7, name: "old" }   # three are enough
                  # sleeps by day
                  - Lamp: { enabled: false, count: 4 }
                  - Box:
                      # how bright
                      place: [1, 2.5, -3]
                      share: 0.75   # a quarter
                      name: 'it''s'
              - { name: "a \"b\"", components: [Lamp, Box: { enabled: false }] }
            """,
            SceneFile.Text(scene, Commented));
    }

    [Fact]
    public void Nothing_changed_means_the_same_text()
    {
        using var scene = Read(Commented);
        Assert.Equal(Commented, SceneFile.Text(scene, Commented));
    }

    [Theory]
    [InlineData("# mine\n\nscene: a   # a name\nobjects: []\n", "# mine\n\nformat: 1\nscene: a   # a name\nobjects: []\n")]
    [InlineData("---\n  objects: []\n", "---\n  format: 1\n  objects: []\n")]
    [InlineData("{ objects: [], scene: a }", "{ format: 1, objects: [], scene: a }")]
    [InlineData("scene: a\nformat: 1   # the first\nobjects: []", "scene: a\nformat: 1   # the first\nobjects: []")]
    public void A_file_without_a_number_gets_one_and_nothing_else(string text, string saved)
    {
        using var scene = Read(text);
        Assert.Equal(saved, SceneFile.Text(scene, text));
    }

    [Fact]
    public void Without_its_file_or_with_other_parts_a_clean_file_is_written()
    {
        using var scene = Read(Commented);
        var clean = SceneFile.Text(scene, original: null);
        Assert.Equal(
            """
            format: 1
            scene: house
            objects:
              - name: wall
                components:
                  - Box: { count: 3, name: "old" }
                  - Lamp
                  - Box: { share: 0.25, name: "it's" }
              - name: "a \"b\""
                components:
                  - Lamp
                  - Box

            """,
            clean);
        scene.Remove(scene.Objects[0]);
        scene.LateUpdate(default);
        Assert.Equal("# A house, for visitors.\nformat: 1\nscene: house\nobjects:\n  - name: \"a \\\"b\\\"\"\n    components:\n      - Lamp\n      - Box\n", SceneFile.Text(scene, Commented));
        Assert.Equal(clean, SceneFile.Text(Read(Commented), "objects: ["));
    }

    [Fact]
    public void Values_that_no_file_may_have_are_not_saved()
    {
        using var folder = new TemporaryFolder();
        const string Text = "objects: [{ name: a, components: [Transform] }]";
        using var scene = Read(Text);
        scene.Objects[0].Get<Transform>()!.Set(Transform.ParentName, "a");
        File.WriteAllText(folder.File("s.yaml"), Text);
        Assert.Contains("cycle, found a -> a", Assert.Throws<UserException>(Save).Message, StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(folder.File("s.yaml")));

        void Save() => SceneFile.Save(scene, folder.File("s.yaml"), folder.File("s.yaml"));
    }

    [Fact]
    public void Files_beside_the_scene_are_found_from_where_it_was_saved()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("there.png"), "");
        File.WriteAllText(folder.File("s.yaml"), "objects: [{ components: [Box: { picture: there.png }, Box: { picture: missing.png }] }]");
        using var scene = SceneFile.Load(folder.File("s.yaml"), Registry, new Dictionary<string, string>());
        SceneFile.Save(scene, folder.File("elsewhere", "s.yaml"), folder.File("s.yaml"));
        using var moved = SceneFile.Load(folder.File("elsewhere", "s.yaml"), Registry, new Dictionary<string, string>());
        Assert.Equal([folder.File("there.png"), "missing.png"], moved.Objects[0].Components.Select(part => part.Values!.Get(Picture)));
        Assert.Equal("there.png", Part(scene, 0).Values!.Get(Picture));
    }

    [Fact]
    public void Every_scene_reads_back_as_it_was_written_whatever_its_layout()
    {
        var random = new Random(7);
        var (kept, clean) = (0, 0);
        for (var i = 0; i < Scenes; i++)
        {
            var text = Compose(random);
            using var scene = Read(text);
            Assert.Equal(text, SceneFile.Text(scene, text));
            Turn(scene, random);
            var saved = SceneFile.Text(scene, text);
            using var again = Read(saved);
            Assert.True(ScenePlan.Of(scene).Says(ScenePlan.Of(again)), $"scene {i}:\n{text}\nbecame\n{saved}");
            Assert.Equal(saved, SceneFile.Text(again, saved));
            var written = SceneFile.Text(again, original: null);
            using var third = Read(written);
            Assert.True(ScenePlan.Of(again).Says(ScenePlan.Of(third)));
            Assert.Equal(written, SceneFile.Text(third, original: null));
            var isKept = saved.Split("# note").Length == text.Split("# note").Length;
            (kept, clean) = isKept ? (kept + 1, clean) : (kept, clean + 1);
        }

        Assert.True(clean <= Scenes / 100, $"{clean} of {kept + clean} scenes lost their comments");
    }

    private static Scene Read(string text) => SceneFile.Parse(text, "s.yaml", Registry, new Dictionary<string, string>());

    private static Component Part(Scene scene, int index) => scene.Objects.SelectMany(one => one.Components).ElementAt(index);

    /// <summary>A scene as people write them: braces or lines, comments between, properties or none.</summary>
    private static string Compose(Random random)
    {
        var lines = new List<string> { "# note", "format: 1", $"scene: scene {random.Next(100)}", "objects:" };
        for (var objects = random.Next(1, 4); objects > 0; objects--)
        {
            lines.Add($"  - name: {(random.Next(2) == 0 ? "plain" : "\"with \\\"quotes\\\": and # signs\"")}   # note");
            lines.Add("    components:");
            for (var parts = random.Next(1, 4); parts > 0; parts--)
            {
                var values = new SettingValues(Registry.Find("Box")!.Properties);
                List<string> properties = [.. values.Table.All.Where(_ => random.Next(3) == 0).Select(one => $"{one.Path}: {Value(values, one, random)}")];
                switch (random.Next(3))
                {
                    case 0 when properties.Count > 0:
                        lines.Add("      - Box:");
                        lines.AddRange(properties.Select(one => $"          {one}   # note"));
                        break;
                    case 1:
                        lines.Add($"      - Box: {{ {string.Join(", ", properties)} }} # note");
                        break;
                    default:
                        lines.Add(random.Next(2) == 0 ? "      - Lamp" : "      - Lamp:   # note");
                        break;
                }
            }
        }

        return string.Join('\n', lines) + (random.Next(2) == 0 ? "\n" : "");
    }

    private static void Turn(Scene scene, Random random)
    {
        foreach (var part in scene.Objects.SelectMany(one => one.Components).Where(_ => random.Next(2) == 0))
        {
            ((Behaviour)part).Enabled = random.Next(4) > 0;
            foreach (var setting in part.Type!.Properties.All.Where(_ => random.Next(3) == 0))
            {
                Value(part.Values!, setting, random);
            }
        }
    }

    /// <summary>Sets a value by chance.</summary>
    /// <returns>It, as a file has it.</returns>
    private static string Value(SettingValues values, Setting setting, Random random)
    {
        const string Letters = "ab: #'\"\\{}[],&*!|>%@`-?\n\t\u00e9\u2028\u0007";
        switch (setting)
        {
            case Setting<string> words:
                values.Set(words, string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => Letters[random.Next(Letters.Length)])));
                break;
            case Setting<Vector3> place:
                values.Set(place, new Vector3((float)random.NextDouble(), random.Next(-9, 9), -(float)random.NextDouble()));
                break;
            case Setting<Interval> limits:
                values.Set(limits, new Interval(-random.NextDouble(), random.NextDouble()));
                break;
            default:
                Assert.Null(values.TrySet(setting, random.NextDouble() * 9));
                break;
        }

        return values.Text(setting);
    }

    private sealed class Sleeper : Behaviour;
}
