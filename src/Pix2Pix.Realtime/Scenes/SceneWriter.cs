using System.Text;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Writes a scene as a clean file: what has its default is left out.</summary>
internal static partial class SceneWriter
{
    public static string Write(ScenePlan scene) => Write(scene.Name, scene.Objects.Select(one => (one.Name, one.Components.Select(Component))));

    /// <param name="scene">The scene's name.</param>
    /// <param name="objects">Each with its name and its components, one line of YAML for each.</param>
    public static string Write(string scene, IEnumerable<(string Name, IEnumerable<string> Components)> objects)
    {
        var text = new StringBuilder($"{SceneFile.Layout.YamlLine}scene: {Name(scene)}\nobjects:{(objects.Any() ? "" : " []")}\n");
        foreach (var (name, components) in objects)
        {
            text.Append($"  - name: {Name(name)}\n    components:{(components.Any() ? "" : " []")}\n");
            foreach (var part in components)
            {
                text.Append($"      - {part}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>One component in one line.</summary>
    public static string Component(ComponentPlan part)
    {
        var properties = string.Join(", ", part.Properties.Where(one => !one.IsDefault).Select(one => $"{one.Name}: {one.Value}"));
        return properties.Length == 0 ? part.Type.Name : $"{part.Type.Name}: {{ {properties} }}";
    }

    /// <summary>Plain words stay as they are, everything else is quoted.</summary>
    private static string Name(string name) => PlainWords().IsMatch(name) ? name : YamlText.Quoted(name);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*([ ._-][A-Za-z0-9]+)*\\z")]
    private static partial Regex PlainWords();
}
