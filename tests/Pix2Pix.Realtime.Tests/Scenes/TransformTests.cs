using System.Numerics;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.Tests.Scenes;

public sealed class TransformTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void A_child_moves_turns_and_grows_with_its_parent()
    {
        using var scene = Read("""
            objects:
              - { name: moon, components: [Transform: { parent: earth, position: [2, 0, 0] }] }
              - { name: earth, components: [Transform: { parent: sun, position: [10, 0, 0], rotation: [0, 90, 0] }] }
              - { name: sun, components: [Transform: { position: [0, 5, 0], scale: [2, 2, 2] }] }
            """);

        // Turned by 90 degrees around y, what was to the right is away from the viewer.
        Near(new(20, 5, -4), Vector3.Transform(Vector3.Zero, scene.Objects[0].World));
        var sun = scene.Objects[2].Get<Transform>()!;
        sun.Set(Transform.Position, Vector3.Zero);
        Near(new(20, 0, -4), Vector3.Transform(Vector3.Zero, scene.Objects[0].World));
    }

    [Fact]
    public void An_object_turns_around_z_then_x_then_y()
    {
        using var scene = Read("objects: [{ name: a, components: [Transform: { rotation: [90, 90, 90] }] }]");

        // The right goes up by z, then to the viewer by x, then to the right by y. What is up goes left by z, stays by x, and to the viewer by y.
        Near(Vector3.UnitX, Vector3.TransformNormal(Vector3.UnitX, scene.Objects[0].World));
        Near(Vector3.UnitZ, Vector3.TransformNormal(Vector3.UnitY, scene.Objects[0].World));
    }

    [Fact]
    public void Parents_in_a_circle_or_of_unknown_name_are_told_with_file_and_line()
    {
        var fault = Assert.Throws<UserException>(() => Read("""
            objects:
              - { name: a, components: [Transform: { parent: b }] }
              - { name: b, components: [Transform: { parent: c }] }
              - { name: c, components: [Transform: { parent: a }] }
              - { name: d, components: [Transform: { parent: a }] }
              - { name: e, components: [Transform: { parent: e }] }
              - { name: f, components: [Transform: { parent: nobody }] }
            """));
        Assert.Equal(
            [
                "s.yaml:2:50 Transform.parent: expected parents without a cycle, found a -> b -> c -> a.",
                "s.yaml:3:50 Transform.parent: expected parents without a cycle, found b -> c -> a -> b.",
                "s.yaml:4:50 Transform.parent: expected parents without a cycle, found c -> a -> b -> c.",
                "s.yaml:6:50 Transform.parent: expected parents without a cycle, found e -> e.",
                "s.yaml:7:50 Transform.parent: expected the name of an object with a Transform, found 'nobody'.",
            ],
            fault.Message.Split('\n'));
    }

    [Fact]
    public void Code_that_makes_a_circle_is_refused_too()
    {
        using var scene = Read("objects: [{ name: a, components: [Transform] }, { name: b, components: [Transform: { parent: a }] }]");
        var (a, b) = (scene.Objects[0].Get<Transform>()!, scene.Objects[1].Get<Transform>()!);
        Assert.Throws<UserException>(() => a.Parent = b);
        Assert.Throws<UserException>(() => a.Parent = a);
        Assert.Null(a.Parent);
    }

    [Theory]
    [InlineData("Transform: { position: [1, 2] }", "expected three numbers [x, y, z] in -10000..10000 metres, found [1, 2]")]
    [InlineData("Transform: { rotation: [0, 361, 0] }", "expected three numbers [x, y, z] in -360..360 degrees")]
    [InlineData("Transform: { scale: [1, NaN, 1] }", "expected three numbers")]
    [InlineData("Transform: { enabled: false }", "can't be disabled")]
    [InlineData("Transform, Transform", "expected one Transform")]
    public void What_is_no_place_is_refused_in_a_sentence(string components, string words) =>
        Assert.Contains(words, Assert.Throws<UserException>(() => Read($"objects: [{{ components: [{components}] }}]")).Message, StringComparison.Ordinal);

    private static Scene Read(string text) => SceneFile.Parse(text, "s.yaml", new ComponentRegistry(), Nothing);

    private static void Near(Vector3 expected, Vector3 found) => Assert.True(Vector3.Distance(expected, found) < 1e-4f, $"expected {expected}, found {found}");
}
