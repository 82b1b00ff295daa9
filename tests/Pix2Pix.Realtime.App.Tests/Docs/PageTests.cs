using System.Text.RegularExpressions;
using Pix2Pix.Realtime.App.Tests.CommandLine;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>The documentation holds together: its links lead somewhere, and its commands are ones that the program knows.</summary>
public sealed class PageTests
{
    [Fact]
    public void The_readme_is_short() => Assert.InRange(Page.At(ProjectFolder.Under("README.md")).Lines, 50, 150);

    [Fact]
    public void Every_link_and_image_leads_somewhere()
    {
        var broken = new List<string>();
        foreach (var page in Page.All)
        {
            foreach (var link in page.Links)
            {
                var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
                var target = file.Length == 0 ? Path.Combine(ProjectFolder.Root, page.Name) : Path.GetFullPath(Path.Combine(page.Folder, file));
                if (!Path.Exists(target) || (anchor.Length > 0 && !Page.At(target).Anchors.Contains(anchor)))
                {
                    broken.Add($"{page.Name}: {link}");
                }
            }
        }

        Assert.True(broken.Count == 0, $"these links lead nowhere:\n{string.Join('\n', broken)}");
    }

    [Fact]
    public async Task Every_command_has_a_verb_options_and_files_that_exist()
    {
        var help = new Dictionary<string, Verb>();
        var wrong = new List<string>();
        var commands = Page.All.SelectMany(page => page.Commands.Select(words => (page.Name, Words: words))).ToList();
        Assert.InRange(commands.Count, 50, 1000);
        foreach (var (name, words) in commands)
        {
            var verb = words[0].StartsWith('-') ? "" : words[0] == "data" && words.Length > 1 ? $"data {words[1]}" : words[0];
            if (!help.TryGetValue(verb, out var text))
            {
                help[verb] = text = await Verb.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            }

            var unknown = words.Where(word => word.StartsWith('-') && !Knows(text.Output, word.Split('=')[0]))
                .Concat(words.Where(word => (word.StartsWith("configs/", StringComparison.Ordinal) || word.StartsWith("sample-scenes/", StringComparison.Ordinal))
                    && !word.Contains("NAME", StringComparison.Ordinal) && !Path.Exists(ProjectFolder.Under(word))));
            wrong.AddRange((text.Code == 0 ? unknown : [verb]).Select(what => $"{name}: {what} in 'pix2pix {string.Join(' ', words)}'"));
        }

        Assert.True(wrong.Count == 0, $"the program knows none of these:\n{string.Join('\n', wrong)}");
    }

    private static bool Knows(string help, string option) => Regex.IsMatch(help, $@"(?<![\w-]){Regex.Escape(option)}(?![\w-])");
}
