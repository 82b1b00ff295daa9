using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Scenes;

public sealed class SceneFileTests
{
    private static readonly Setting<int> Size = SettingKinds.Int("size", 256, 8, 4096, "pixels", "the side");
    private static readonly Dictionary<string, string> Nothing = [];
    private static int _made;

    private static readonly ComponentRegistry Registry = new ComponentRegistry()
        .Register("Box", new SettingsTable(Size), values => new Box(values.Get(Size)))
        .Register("Marker", new SettingsTable(), _ => new Box(0));

    [Fact]
    public void Objects_and_components_come_in_the_files_order_with_their_properties()
    {
        using var scene = SceneFile.Parse("""
            scene: two boxes
            objects:
              - name: first
                components: [Marker, Box: { size: 64 }]
              - name: second
                components:
                  - Box:
            """, "s.yaml", Registry, Nothing);
        Assert.Equal(("two boxes", "first second"), (scene.Name, string.Join(' ', scene.Objects.Select(one => one.Name))));
        Assert.Equal([0, 64, 256], scene.Objects.SelectMany(one => one.Components).Cast<Box>().Select(box => box.Size));
    }

    [Fact]
    public void The_command_line_overrides_the_file()
    {
        using var scene = SceneFile.Parse("objects: [{ components: [Box: { size: 64 }] }]", "s.yaml", Registry, new Dictionary<string, string> { ["Box.size"] = "32" });
        Assert.Equal(32, scene.Require<Box>().Size);
    }

    [Fact]
    public void A_component_that_takes_anothers_place_hears_what_is_meant_for_that_one()
    {
        var registry = new ComponentRegistry().Register(new ComponentType("Crate", new SettingsTable(Size), values => new Box(values.Get(Size))) { Role = "Box" });
        using var scene = SceneFile.Parse("objects: [{ components: [Crate] }]", "s.yaml", registry, new Dictionary<string, string> { ["Box.size"] = "32" });
        Assert.Equal(32, scene.Require<Box>().Size);
        var fault = Assert.Throws<UserException>(() => SceneFile.Parse("objects: [{ components: [Crate] }]", "s.yaml", registry, new Dictionary<string, string> { ["Box.color"] = "red" }));
        Assert.Equal("s.yaml has no Box with the property color.", fault.Message);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column_and_nothing_is_made()
    {
        var before = _made;
        var fault = Assert.Throws<UserException>(() => SceneFile.Parse("""
            objects:
              - name: first
                components: [Boks, Box: { size: 5, sise: 8 }]
              - nam: second
            """, "s.yaml", Registry, new Dictionary<string, string> { ["Marker.size"] = "3" }));
        Assert.Equal(
            [
                "s.yaml:3:18 there is no component 'Boks'; did you mean Box?",
                "s.yaml:3:37 Box.size: expected a whole number in 8..4096 pixels, found '5'.",
                "s.yaml:3:40 Box has no property 'sise'; did you mean size?",
                "s.yaml:4:5 an object has no 'nam'; did you mean name?",
                "s.yaml:4:5 an object needs 'components:' with a list.",
                "s.yaml has no Marker with the property size.",
            ],
            fault.Message.Split('\n'));
        Assert.Equal(before, _made);
    }

    [Theory]
    [InlineData("", "expected 'objects:'")]
    [InlineData("objects: [", "is not valid YAML")]
    [InlineData("objects: [3]", "expected an object")]
    public void What_is_no_scene_is_refused_in_a_sentence(string text, string words) =>
        Assert.Contains(words, Assert.Throws<UserException>(() => SceneFile.Parse(text, "s.yaml", Registry, Nothing)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_refused_in_a_sentence() =>
        Assert.Contains("Expected a scene file", Assert.Throws<UserException>(() => SceneFile.Load("/nowhere/x.yaml", Registry, Nothing)).Message, StringComparison.Ordinal);

    private sealed class Box : Component
    {
        public Box(int size)
        {
            Size = size;
            _made++;
        }

        public int Size { get; }
    }
}
