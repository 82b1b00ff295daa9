using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Settings;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Reads a scene's YAML nodes into plans of objects, and gathers every fault with its place.</summary>
internal sealed class SceneReader(string name, ComponentRegistry registry, IReadOnlyDictionary<string, string> overrides, bool trustsPrograms)
{
    private static readonly string[] SceneKeys = [FileFormat.Key, "scene", "objects"];
    private static readonly string[] ObjectKeys = ["name", "components"];

    public FileFaults Faults { get; } = new();

    public ScenePlan ReadAll(YamlNode root)
    {
        if (root is not YamlMappingNode map || !map.Children.TryGetValue("objects", out var list) || list is not YamlSequenceNode objects)
        {
            Fault(root, $"expected 'objects:' with a list of objects, found {YamlText.Found(root)}.");
            return new ScenePlan("", []);
        }

        CheckKeys(map, SceneKeys, "a scene");
        var sceneName = map.Children.TryGetValue("scene", out var title) ? title.ToString() : Path.GetFileName(name);
        IReadOnlyList<ObjectPlan> plans = [.. objects.Select(ReadObject).OfType<ObjectPlan>()];
        var present = plans.SelectMany(plan => plan.Components).SelectMany(part => part.Type.Properties.All.SelectMany(one => Keys(part.Type, one))).ToHashSet();
        foreach (var key in overrides.Keys.Where(key => !present.Contains(key)))
        {
            Faults.Add($"{name} has no {key.Split('.')[0]} with the property {key.Split('.')[^1]}.");
        }

        foreach (var (part, words) in ParentCheck.Faults(plans))
        {
            Fault(PropertyNode(part, Transform.ParentName.Path), words);
        }

        return new ScenePlan(sceneName, plans) { Node = map };
    }

    private static YamlNode PropertyNode(ComponentPlan part, string property) =>
        part.Node is YamlMappingNode { Children: [var only] } && only.Value is YamlMappingNode map && map.Children.TryGetValue(property, out var node) ? node : part.Node!;

    private ObjectPlan? ReadObject(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node, $"expected an object: {{ name: canvas, components: [LabelCanvas] }}, found {YamlText.Found(node)}.");
            return null;
        }

        CheckKeys(map, ObjectKeys, "an object");
        if (!map.Children.TryGetValue("components", out var list) || list is not YamlSequenceNode components)
        {
            Fault(map, "an object needs 'components:' with a list.");
            return null;
        }

        var title = map.Children.TryGetValue("name", out var called) ? called.ToString() : "";
        IReadOnlyList<ComponentPlan> parts = [.. components.Select(ReadComponent).OfType<ComponentPlan>()];
        if (parts.Where(part => part.Type == Transform.Kind).Skip(1).FirstOrDefault() is { Node: { } second })
        {
            Fault(second, "expected one Transform per object, found another.");
        }

        return new ObjectPlan(title, parts);
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
            Fault(node, $"expected one component: its name, or 'Name: {{ property: value }}', found {YamlText.Found(node)}.");
            return null;
        }

        if (registry.Find(key.ToString()) is not { } type)
        {
            Fault(key, $"there is no component '{key}'; {registry.Hint(key.ToString())}");
            return null;
        }

        var values = new SettingValues(type.Properties);
        var isEnabled = true;
        ReadProperties(type, values, properties, ref isEnabled);
        Override(type, values);
        return new ComponentPlan(type, values) { Enabled = isEnabled, Node = node };
    }

    private void ReadProperties(ComponentType type, SettingValues values, YamlNode node, ref bool isEnabled)
    {
        if (node is YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (node is not YamlMappingNode map)
        {
            Fault(node, $"expected the properties of {type.Name}, 'name: value' each, found {YamlText.Found(node)}.");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: Behaviour.EnabledKey })
            {
                ReadEnabled(type, value, ref isEnabled);
            }
            else if (type.Properties.Find(key.ToString()) is not { } property)
            {
                var hint = type.Properties.All.Count == 0 ? "it has none." : type.Properties.Hint(key.ToString());
                Fault(key, $"{type.Name} has no property '{key}'; {hint}");
            }
            else if (values.TrySet(property, value) is { } refusal)
            {
                Fault(value, $"{type.Name}.{property.Path}: {refusal}.");
            }
            else if (property.IsProgram && values.IsChanged(property) && !trustsPrograms)
            {
                Fault(value, $"{type.Name}.{property.Path}: expected no program to start in a scene, found {values.Text(property)}; remove it and set it on the command line or in preferences.yaml, or open a scene that you trust with --trust");
            }
        }
    }

    private void ReadEnabled(ComponentType type, YamlNode node, ref bool isEnabled)
    {
        if (type == Transform.Kind)
        {
            Fault(node, "Transform can't be disabled, because it has no Update; remove 'enabled'.");
        }
        else if (node is not YamlScalarNode { Value: { } word } || !bool.TryParse(word, out isEnabled))
        {
            Fault(node, $"{type.Name}.{Behaviour.EnabledKey}: expected true | false, found {YamlText.Found(node)}.");
        }
    }

    private void Override(ComponentType type, SettingValues values)
    {
        foreach (var property in type.Properties.All)
        {
            foreach (var key in Keys(type, property))
            {
                if (overrides.TryGetValue(key, out var text) && values.TrySet(property, text) is { } refusal)
                {
                    Faults.Add($"{type.Name}.{refusal}");
                }
            }
        }
    }

    /// <summary>The keys by which overrides can name a property: with the component's own name, or with its role.</summary>
    private static string[] Keys(ComponentType type, Setting property) =>
        type.Role.Length > 0 ? [$"{type.Role}.{property.Path}", $"{type.Name}.{property.Path}"] : [$"{type.Name}.{property.Path}"];

    private void CheckKeys(YamlMappingNode map, string[] known, string what)
    {
        foreach (var key in map.Children.Keys.Where(key => !known.Contains(key.ToString())))
        {
            Fault(key, $"{what} has no '{key}'; {Spelling.Hint(key.ToString(), known)}");
        }
    }

    /// <summary>A text without a name is no file in which somebody could look a place up.</summary>
    private void Fault(YamlNode node, string words) => Faults.Add(name.Length == 0 ? words : $"{name}:{node.Start.Line}:{node.Start.Column} {words}");
}
