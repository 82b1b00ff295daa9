using Pix2Pix.Realtime.Settings;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Reads a scene's YAML nodes into plans of objects, and gathers every fault with its place.</summary>
internal sealed class SceneReader(string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides)
{
    private static readonly string[] SceneKeys = ["scene", "objects"];
    private static readonly string[] ObjectKeys = ["name", "components"];

    public List<string> Faults { get; } = [];

    public string SceneName { get; private set; } = "";

    public IReadOnlyList<ObjectPlan> ReadAll(YamlNode root)
    {
        if (root is not YamlMappingNode map || !map.Children.TryGetValue("objects", out var list) || list is not YamlSequenceNode objects)
        {
            Fault(root, "expected 'objects:' with a list of objects");
            return [];
        }

        CheckKeys(map, SceneKeys, "a scene");
        SceneName = map.Children.TryGetValue("scene", out var title) ? title.ToString() : Path.GetFileName(name);
        IReadOnlyList<ObjectPlan> plans = [.. objects.Select(ReadObject).OfType<ObjectPlan>()];
        var present = plans.SelectMany(plan => plan.Components).Select(part => part.Type.Name).ToHashSet();
        Faults.AddRange(overrides.Keys.Where(key => !present.Contains(key.Split('.')[0]))
            .Select(key => $"{name} has no {key.Split('.')[0]} whose {key.Split('.')[^1]} could be set"));
        return plans;
    }

    private ObjectPlan? ReadObject(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node, "expected an object: { name: canvas, components: [LabelCanvas] }");
            return null;
        }

        CheckKeys(map, ObjectKeys, "an object");
        if (!map.Children.TryGetValue("components", out var list) || list is not YamlSequenceNode components)
        {
            Fault(map, "an object needs 'components:' with a list");
            return null;
        }

        var title = map.Children.TryGetValue("name", out var called) ? called.ToString() : "";
        return new ObjectPlan(title, [.. components.Select(ReadComponent).OfType<ComponentPlan>()]);
    }

    private ComponentPlan? ReadComponent(YamlNode node)
    {
        var (key, properties) = node switch
        {
            YamlMappingNode { Children: [var only] } => (only.Key, only.Value),
            YamlScalarNode => (node, new YamlMappingNode()),
            _ => (null, null),
        };
        if (key is null || properties is null)
        {
            Fault(node, "expected one component: its name, or 'Name: { property: value }'");
            return null;
        }

        if (registry.Find(key.ToString()) is not { } type)
        {
            Fault(key, $"there is no component '{key}'; did you mean {registry.Nearest(key.ToString())}?");
            return null;
        }

        var values = new SettingValues(type.Properties);
        ReadProperties(type, values, properties);
        Override(type, values);
        return new ComponentPlan(type, values);
    }

    private void ReadProperties(ComponentType type, SettingValues values, YamlNode node)
    {
        if (node is YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (node is not YamlMappingNode map)
        {
            Fault(node, $"expected the properties of {type.Name}, 'name: value' each");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            if (type.Properties.Find(key.ToString()) is not { } property)
            {
                var hint = type.Properties.All.Count == 0 ? "it has none" : $"did you mean {type.Properties.Nearest(key.ToString())}?";
                Fault(key, $"{type.Name} has no property '{key}'; {hint}");
            }
            else if (values.TrySet(property, value) is { } refusal)
            {
                Fault(value, $"{type.Name}.{property.Path}: {refusal}");
            }
        }
    }

    private void Override(ComponentType type, SettingValues values)
    {
        foreach (var property in type.Properties.All)
        {
            if (overrides.TryGetValue($"{type.Name}.{property.Path}", out var text) && values.TrySet(property, text) is { } refusal)
            {
                Faults.Add($"{type.Name}.{refusal}");
            }
        }
    }

    private void CheckKeys(YamlMappingNode map, string[] known, string what)
    {
        foreach (var key in map.Children.Keys.Where(key => !known.Contains(key.ToString())))
        {
            Fault(key, $"{what} has no '{key}'; did you mean {Spelling.Nearest(key.ToString(), known)}?");
        }
    }

    private void Fault(YamlNode node, string words) => Faults.Add($"{name}:{node.Start.Line}:{node.Start.Column} {words}");

    internal sealed record ObjectPlan(string Name, IReadOnlyList<ComponentPlan> Components);

    internal sealed record ComponentPlan(ComponentType Type, SettingValues Values);
}
