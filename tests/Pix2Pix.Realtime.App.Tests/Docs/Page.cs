using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>A page of the documentation, read as a person's tools read it.</summary>
internal sealed partial class Page
{
    private readonly string _text;

    private Page(string path) => (Name, Folder, _text) = (Path.GetRelativePath(ProjectFolder.Root, path), Path.GetDirectoryName(path)!, File.ReadAllText(path));

    public string Name { get; }

    public string Folder { get; }

    public int Lines => _text.TrimEnd('\n').Split('\n').Length;

    /// <summary>The pages at the root and in <c>docs/</c>.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.GetFiles(ProjectFolder.Root, "*.md").Concat(Directory.GetFiles(ProjectFolder.Under("docs"), "*.md")).Order(StringComparer.Ordinal).Select(path => new Page(path)),
    ];

    public static Page At(string path) => new(path);

    /// <summary>Targets of links and images that lie in this repository, e.g. <c>docs/gpu.md#cuda</c>.</summary>
    public IEnumerable<string> Links => Link().Matches(CodeBlock().Replace(_text, "")).Select(link => link.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>What a link can jump to: the headings, as GitHub writes them.</summary>
    public IReadOnlySet<string> Anchors => Heading().Matches(CodeBlock().Replace(_text, "")).Select(heading => Anchor(heading.Groups[1].Value)).ToHashSet();

    /// <summary>Command lines of this program in code blocks and in code within sentences, without what follows a pipe or a comment.</summary>
    public IEnumerable<string[]> Commands => CodeBlock().Matches(_text).SelectMany(block => block.Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        .Concat(InlineCode().Matches(CodeBlock().Replace(_text, "")).Select(code => code.Groups[1].Value.ReplaceLineEndings(" ")))
        .Select(line => EndOfCommand().Split(line.Trim())[0])
        .Where(line => line.StartsWith("./pix2pix ", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]);

    private static string Anchor(string heading) =>
        NoWord().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex NoWord();

    [GeneratedRegex(@"\s+#|\s+\||\s+2>|\s+>|\s+&&", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfCommand();
}
