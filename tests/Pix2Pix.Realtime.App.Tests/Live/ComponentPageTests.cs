using System.Text;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.App.Live.Composition;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Tests.Live;

/// <summary>The page that describes the components says what their own declarations say.</summary>
public sealed partial class ComponentPageTests
{
    [Fact]
    public void Every_component_is_on_the_page_with_all_of_its_properties()
    {
        var page = File.ReadAllText(ProjectFolder.Under("docs", "scenes.md"));
        var found = new StringBuilder();
        var missing = new List<string>();

        // Only what the registry says is read; no component is made.
        foreach (var type in LiveComponents.For(null!).Types)
        {
            var table = Table(type);
            found.Append($"### {type.Name}\n\n{type.Help}\n\n{table}\n");
            var start = page.IndexOf($"### {type.Name}\n", StringComparison.Ordinal);
            var end = start < 0 ? -1 : page.IndexOf("\n#", start + 1, StringComparison.Ordinal) is var next and >= 0 ? next : page.Length;
            if (start < 0 || type.Help.Length == 0 || !Plain(page[start..end]).Contains(type.Help, StringComparison.Ordinal) || !page[start..end].Contains(table, StringComparison.Ordinal))
            {
                missing.Add(type.Name);
            }
        }

        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "found"));
        var kept = Path.Combine(AppContext.BaseDirectory, "found", "components.md");
        File.WriteAllText(kept, found.ToString());
        Assert.True(missing.Count == 0, $"docs/scenes.md is stale about {string.Join(", ", missing)}; the tables as they should be are in {kept}");
    }

    /// <summary>Without the page's own marks: links and code.</summary>
    private static string Plain(string markdown) => Links().Replace(markdown, "$1").Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Links();

    private static string Table(ComponentType type)
    {
        if (type.Properties.All.Count == 0)
        {
            return "It has no properties.\n";
        }

        var table = new StringBuilder("| property | range | unit | default | live | |\n|---|---|---|---|---|---|\n");
        foreach (var one in type.Properties.All)
        {
            var range = one.Range.Replace("|", "\\|", StringComparison.Ordinal);
            table.Append($"| `{one.Path}` | {range} | {one.Unit} | `{one.DefaultText}` | {(type.Live.Contains(one) ? "yes" : "")} | {one.Help} |\n");
        }

        return table.ToString();
    }
}
