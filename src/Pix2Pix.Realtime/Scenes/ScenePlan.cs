using Pix2Pix.Realtime.Settings;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>The content of a scene file: objects and their components, before they are created.</summary>
/// <param name="Name">The scene's.</param>
/// <param name="Objects">In the file's order.</param>
internal sealed record ScenePlan(string Name, IReadOnlyList<ObjectPlan> Objects)
{
    /// <summary>The root of its file; null when it comes from none.</summary>
    public YamlMappingNode? Node { get; init; }

    /// <summary>The plan that a scene would be made from as it is now; components that code made are not in it.</summary>
    public static ScenePlan Of(Scene scene) => new(scene.Name, [.. scene.Objects.Select(one => new ObjectPlan(one.Name, [.. one.Components.Where(part => part.Type is not null).Select(Of)]))]);

    /// <summary>Whether both say the same, wherever it stands in a file.</summary>
    public bool Says(ScenePlan other) => Name == other.Name && Objects.Count == other.Objects.Count && Objects.Zip(other.Objects).All(pair => pair.First.Says(pair.Second));

    private static ComponentPlan Of(Component part) => new(part.Type!, part.Values!.Clone()) { Enabled = part is not Behaviour { Enabled: false } };
}

/// <summary>An object of a scene file.</summary>
internal sealed record ObjectPlan(string Name, IReadOnlyList<ComponentPlan> Components)
{
    public bool Says(ObjectPlan other) => Name == other.Name && Components.Count == other.Components.Count && Components.Zip(other.Components).All(pair => pair.First.Says(pair.Second));
}

/// <summary>A component of a scene file.</summary>
internal sealed record ComponentPlan(ComponentType Type, SettingValues Values)
{
    public bool Enabled { get; init; } = true;

    /// <summary>Where it stands in its file; null when it comes from none.</summary>
    public YamlNode? Node { get; init; }

    /// <summary>Every property with its value as a file has it, and whether that is the default.</summary>
    public IEnumerable<(string Name, string Value, bool IsDefault)> Properties =>
        [(Behaviour.EnabledKey, Enabled ? "true" : "false", Enabled), .. Type.Properties.All.Select(one => (one.Path, Values.Text(one), !Values.IsChanged(one)))];

    public bool Says(ComponentPlan other) => Type == other.Type && Properties.SequenceEqual(other.Properties);
}
