using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Tests.Scenes;

/// <summary>A scene's parts as a list that is changed, and values that a component itself refuses.</summary>
public sealed class SceneDraftTests
{
    private const string Solar = """
        # The solar system.
        scene: solar
        objects:
          - name: earth
            components: [Transform: { position: [1, 0, 0] }, Lamp: { count: 3 }]
          - name: moon
            components: [Transform: { parent: earth }]
        """;

    private static readonly Setting<int> Count = SettingKinds.Int("count", 1, 0, 9, "", "a number").Live();

    private static readonly ComponentRegistry Registry = new ComponentRegistry().Register("Lamp", new SettingsTable(Count), values => new Lamp(values));

    [Fact]
    public void Parts_come_and_go_and_the_text_opens_as_the_changed_scene()
    {
        using var scene = Read(Solar);
        var draft = SceneDraft.Of(scene);
        draft.InsertObject(1, "sun's \"own\"", "Lamp: { count: 7 }");
        draft.InsertComponent(0, 2, "Lamp");
        draft.RemoveComponent(0, 1);
        Assert.Null(draft.Fault(Registry));
        using var changed = Read(draft.Text());
        Assert.Equal(["earth", "sun's \"own\"", "moon"], changed.Objects.Select(one => one.Name));
        Assert.Equal([1, 7], changed.Objects.Select(one => one.Get<Lamp>()).OfType<Lamp>().Select(lamp => lamp.Values!.Get(Count)));
        Assert.Same(changed.Objects[0], changed.Objects[2].Get<Transform>()!.Parent!.GameObject);
        draft.RemoveObject(1);
        Assert.Equal(["Transform: { position: [1, 0, 0] }", "Lamp"], draft.Components(0));
        Assert.StartsWith("# The solar system.\nformat: 1\n", SceneFile.Text(Read(draft.Text()), Solar), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_is_renamed_keeps_its_children()
    {
        using var scene = Read(Solar);
        var draft = SceneDraft.Of(scene);
        draft.Rename(0, "terra: 1");
        using var changed = Read(draft.Text());
        Assert.Same(changed.Objects[0], changed.Objects[1].Get<Transform>()!.Parent!.GameObject);
        Assert.Equal("terra: 1", changed.Objects[0].Name);
    }

    [Fact]
    public void What_can_not_be_opened_is_a_sentence()
    {
        using var scene = Read(Solar);
        var parentless = SceneDraft.Of(scene);
        parentless.RemoveObject(0);
        Assert.Equal("Transform.parent: expected the name of an object with a Transform, found 'earth'.", parentless.Fault(Registry));
        var twice = SceneDraft.Of(scene);
        twice.InsertComponent(0, 0, "Transform");
        Assert.Equal("Expected one Transform per object, found another.", twice.Fault(Registry));
        var unknown = SceneDraft.Of(scene);
        unknown.InsertComponent(0, 0, "Lmap");
        Assert.StartsWith("There is no component 'Lmap'", unknown.Fault(Registry), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_the_component_refuses_leaves_the_one_before()
    {
        using var scene = Read(Solar);
        var lamp = scene.Objects[0].Get<Lamp>()!;
        Assert.Null(lamp.TrySet(Count, "4"));
        Assert.Equal("Expected at most five, found 6; choose fewer.", lamp.TrySet(Count, "6"));
        Assert.Equal("Expected at most five, found 9; choose fewer.", lamp.TrySet(Count, 12.0));
        Assert.Equal(4, lamp.Values!.Get(Count));
    }

    private static Scene Read(string text) => SceneFile.Parse(text, "s.yaml", Registry, new Dictionary<string, string>());

    private sealed class Lamp(SettingValues values) : Behaviour
    {
        protected override void OnChanged(Setting property)
        {
            if (values.Get(Count) > 5)
            {
                throw new UserException($"Expected at most five, found {values.Get(Count)}; choose fewer.");
            }
        }
    }
}
