using System.Text;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Writes a scene as a clean file: what has its default is left out.</summary>
internal static partial class SceneWriter
{
    public static string Write(ScenePlan scene)
    {
        var text = new StringBuilder($"{SceneFile.Layout.YamlLine}scene: {Name(scene.Name)}\nobjects:{(scene.Objects.Count == 0 ? " []" : "")}\n");
        foreach (var one in scene.Objects)
        {
            text.Append($"  - name: {Name(one.Name)}\n    components:{(one.Components.Count == 0 ? " []" : "")}\n");
            foreach (var part in one.Components)
            {
                text.Append($"      - {Component(part)}\n");
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
