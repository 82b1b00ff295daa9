using System.Globalization;
using Pix2Pix.Realtime.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// Changes values in a scene file's own text, so that its comments and its layout stay. It works for the forms that people write; the caller
/// reads the outcome and writes a clean file where it does not say what was wanted.
/// </summary>
internal sealed class SceneEdit
{
    private readonly string _text;
    private readonly List<int> _lines = [0];
    private readonly List<(int From, int To, string Text)> _edits = [];

    private SceneEdit(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _lines.Add(i + 1);
            }
        }
    }

    /// <param name="text">The file.</param>
    /// <param name="before">What it says; read from it.</param>
    /// <param name="wanted">What it should say.</param>
    /// <returns>Null when objects or components came or went: no text is changed into that.</returns>
    public static string? Apply(string text, ScenePlan before, ScenePlan wanted)
    {
        var (old, now) = (Parts(before), Parts(wanted));
        if (!old.Select(part => part.Type).SequenceEqual(now.Select(part => part.Type)))
        {
            return null;
        }

        var edit = new SceneEdit(text);
        edit.SetFormat(before.Node!);
        foreach (var (part, target) in old.Zip(now))
        {
            edit.Change(part, target);
        }

        return edit.Done();
    }

    private static List<ComponentPlan> Parts(ScenePlan plan) => [.. plan.Objects.SelectMany(one => one.Components)];

    /// <summary>A file without a number gets the one of the format that it is in from now on, an older one is replaced.</summary>
    private void SetFormat(YamlMappingNode root)
    {
        var number = SceneFile.Layout.Newest.ToString(CultureInfo.InvariantCulture);
        if (root.Children.TryGetValue(FileFormat.Key, out var node))
        {
            Replace(node, number);
        }
        else
        {
            Prepend(root, [$"{FileFormat.Key}: {number}"]);
        }
    }

    private void Change(ComponentPlan part, ComponentPlan target)
    {
        var changed = part.Properties.Zip(target.Properties).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => pair.Second).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var map = (part.Node as YamlMappingNode)?.Children[0].Value as YamlMappingNode;
        var fresh = new List<string>();
        foreach (var (name, value, _) in changed)
        {
            if (map is not null && map.Children.TryGetValue(name, out var node))
            {
                Replace(node, value);
            }
            else
            {
                fresh.Add($"{name}: {value}");
            }
        }

        if (fresh.Count > 0)
        {
            Insert(part, map, fresh);
        }
    }

    private void Insert(ComponentPlan part, YamlMappingNode? map, List<string> fresh)
    {
        if (map is null or { Children.Count: 0 })
        {
            // A bare name, one with nothing after its colon, or with empty braces: the whole of it is rewritten.
            var named = part.Node as YamlMappingNode;
            var key = named?.Children[0].Key ?? part.Node!;
            var end = map is not null ? EndOf(map) : named is not null ? _text.IndexOf(':', At(key.End)) + 1 : At(key.End);
            _edits.Add((At(key.Start), end, $"{part.Type.Name}: {{ {string.Join(", ", fresh)} }}"));
        }
        else if (map.Style == MappingStyle.Flow)
        {
            var last = EndOf(map.Children[^1].Value);
            _edits.Add((last, last, $", {string.Join(", ", fresh)}"));
        }
        else
        {
            // After the last of them may stand a comment.
            Prepend(map, fresh);
        }
    }

    private void Prepend(YamlMappingNode map, IEnumerable<string> entries)
    {
        var first = map.Children[0].Key.Start;
        var between = map.Style == MappingStyle.Flow ? ", " : $"\n{new string(' ', (int)first.Column - 1)}";
        _edits.Add((At(first), At(first), string.Concat(entries.Select(one => one + between))));
    }

    private void Replace(YamlNode node, string value) => _edits.Add((At(node.Start), EndOf(node), value));

    /// <summary>Where a value ends. A list or an empty group in brackets ends with the next one: there are only numbers in it.</summary>
    private int EndOf(YamlNode node) => node switch
    {
        YamlSequenceNode => _text.IndexOf(']', At(node.Start)) + 1,
        YamlMappingNode => _text.IndexOf('}', At(node.Start)) + 1,
        _ => At(node.End),
    };

    private int At(in Mark mark) => Math.Min(_lines[Math.Min((int)mark.Line, _lines.Count) - 1] + (int)mark.Column - 1, _text.Length);

    private string Done()
    {
        var text = _text;
        foreach (var (from, to, replacement) in _edits.OrderByDescending(edit => edit.From))
        {
            text = text[..from] + replacement + text[Math.Max(to, from)..];
        }

        return text;
    }
}
