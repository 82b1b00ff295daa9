using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>Words that only this project used for what the field has terms for are gone from everything that people read.</summary>
public sealed partial class PlainWordsTests
{
    [Fact]
    public void Texts_and_summaries_use_the_terms_of_the_field()
    {
        var found = Sources.Trees.SelectMany(Texts)
            .Concat(Files().SelectMany(path => File.ReadLines(path).Select((line, index) => (Place: $"{Path.GetRelativePath(ProjectFolder.Root, path)}:{index + 1}", Text: line))))
            .Where(one => Private().IsMatch(one.Text))
            .Select(one => $"{one.Place} {one.Text.Trim()}")
            .ToList();
        Assert.True(found.Count == 0, $"CONTRIBUTING.md, Language, asks for the field's terms in:\n{string.Join('\n', found)}");
    }

    [Theory]
    [InlineData("it reckons in bytes")]
    [InlineData("the card keeps halves")]
    [InlineData("is refused aloud")]
    public void A_private_word_is_found(string text) => Assert.Matches(Private(), text);

    /// <summary>String literals and comments; names of the code and of log events are neither.</summary>
    private static IEnumerable<(string Place, string Text)> Texts(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var literals = root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
            .Where(token => token.ValueText.Contains(' ', StringComparison.Ordinal))
            .Select(token => (Sources.Place(token.GetLocation()), token.ValueText));
        var comments = root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .SelectMany(trivia => trivia.ToFullString().Split('\n').Select(line => (Sources.Place(trivia.GetLocation()), line)));
        return literals.Concat(comments);
    }

    /// <summary>Pages, settings, scenes, headers and the launcher.</summary>
    private static IEnumerable<string> Files() => Page.All.Select(page => ProjectFolder.Under(page.Name))
        .Where(path => Path.GetFileName(path) != "CONTRIBUTING.md")
        .Concat(new[] { "configs", "sample-scenes", "templates" }.SelectMany(folder =>
            Directory.GetFiles(ProjectFolder.Under(folder), "*.*", SearchOption.AllDirectories).Where(path => path.EndsWith(".yaml", StringComparison.Ordinal))))
        .Concat(Directory.GetFiles(ProjectFolder.Under("src"), "*.h", SearchOption.AllDirectories))
        .Append(ProjectFolder.Under("pix2pix"));

    [GeneratedRegex(
        @"\b(reckon\w*|anew|aloud|desks?|sittings?|whoever|kit)\b|\b(the|graphics) cards?\b|\bis (said|told)\b|\bis no number\b|\b(runs?|reckons?|computes?|made|makes|better) in bytes\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Private();
}
