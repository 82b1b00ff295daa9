using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>The texts that people read stand in the texts classes of their folders, so that they can be read together, and translated.</summary>
public sealed partial class TextPlaceTests
{
    /// <summary>Who gets a name of the program's own: of a control, a tool, an event; or what other programs write.</summary>
    private static readonly HashSet<string> TakesNames =
        ["Place", "Write", "Find", "Id", "Tabs", "List", "ImageGrid", "Contains", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Split", "Replace", "ToString", "ParseExact"];

    private static readonly string[] Projects = ["src/Pix2Pix.Realtime.App/", "src/Pix2Pix.Realtime.Training/"];

    [Fact]
    public void Texts_stand_in_the_texts_class_of_their_folder()
    {
        var elsewhere = Sources.Trees
            .Where(tree => Projects.Any(project => tree.FilePath.Replace('\\', '/').StartsWith(project, StringComparison.Ordinal)))
            .SelectMany(Prose)
            .Select(token => $"{Sources.Place(token.GetLocation())} {token.ValueText}")
            .ToList();
        Assert.True(elsewhere.Count == 0, $"expected these texts in the texts class of their folder, such as PanelsTexts:\n{string.Join('\n', elsewhere)}");
    }

    [Fact]
    public void Every_texts_class_stands_in_its_own_file_and_has_texts_alone()
    {
        var classes = Sources.TextClasses.ToList();
        Assert.InRange(classes.Count, 30, 100);
        Assert.All(classes, one => Assert.Equal($"{one.Identifier.Text}.cs", Path.GetFileName(one.SyntaxTree.FilePath)));
        Assert.All(classes.SelectMany(one => one.Members), member => Assert.True(
            member is FieldDeclarationSyntax or MethodDeclarationSyntax { ExpressionBody: not null }, $"expected a constant or an expression at {Sources.Place(member.GetLocation())}"));
    }

    [Theory]
    [InlineData("ui.Button(\"Save as\");", true)]
    [InlineData("throw new UserException($\"Expected a file, found '{path}'.\");", true)]
    [InlineData("ui.Button(PanelsTexts.SaveAs);", false)]
    [InlineData("live.Controls.Place(\"save as\");", false)]
    [InlineData("ui.TextBox(\"##host path\");", false)]
    [InlineData("string[] arguments = [\"-f\", \"Capture screen 0\"];", false)]
    [InlineData("throw new ArgumentException(\"Images are read elsewhere.\");", false)]
    [InlineData("var looks = new Dictionary<string, int> { [\"window stamp\"] = 1 };", false)]
    [InlineData("var setting = SettingKinds.Int(\"size\", 1, 1, 2, \"pixels\", \"the size of it\").Live();", false)]
    [InlineData("var page = \"\"\"<p>A whole page</p>\"\"\";", false)]
    public void Texts_are_told_from_names(string code, bool isText) => Assert.Equal(isText, Prose(CSharpSyntaxTree.ParseText(code)).Any());

    private static IEnumerable<SyntaxToken> Prose(SyntaxTree tree) => Path.GetFileName(tree.FilePath).EndsWith("Texts.cs", StringComparison.Ordinal)
        ? []
        : tree.GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
            .Where(token => Words().IsMatch(token.ValueText.Split("##")[0]) && !token.Parent!.AncestorsAndSelf().Any(IsNoText));

    /// <summary>
    /// Attributes, declarations of settings, formats, faults of programmers, names, and the arguments of other programs. A page or a scene as a raw string is a file
    /// of its own.
    /// </summary>
    private static bool IsNoText(SyntaxNode node) => node switch
    {
        AttributeSyntax or ImplicitElementAccessSyntax or ElementAccessExpressionSyntax or InterpolationFormatClauseSyntax => true,
        ArgumentSyntax { NameColon.Name.Identifier.Text: "place" } => true,
        CollectionExpressionSyntax { Elements: [ExpressionElementSyntax { Expression: LiteralExpressionSyntax { Token.ValueText: ['-', ..] } }, ..] } => true,
        InterpolatedStringExpressionSyntax raw => raw.StringStartToken.Text.Contains("\"\"\"", StringComparison.Ordinal),
        FieldDeclarationSyntax { Declaration.Type: GenericNameSyntax { Identifier.Text: "Setting" } } => true,
        ObjectCreationExpressionSyntax { Type: var type } => Programmers().IsMatch($"{type}"),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => $"{called.Expression}" == "SettingKinds" || TakesNames.Contains(called.Name.Identifier.Text),
        _ => false,
    };

    [GeneratedRegex(@"\p{L} \p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("^(Argument\\w*|InvalidOperation|NotSupported|Unreachable)Exception$", RegexOptions.CultureInvariant)]
    private static partial Regex Programmers();
}
