using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>Every error that a person reads follows the one rule of CONTRIBUTING.md: a sentence starts with a capital letter and ends with a full stop.</summary>
public sealed partial class MessageStyleTests
{
    /// <summary>What makes an error, and which of its arguments is the sentence.</summary>
    private static readonly Dictionary<string, int> Errors = new()
    {
        ["UserException"] = 0,
        ["StatusException"] = 1,
        ["ValidationResult.Error"] = 0,
        ["Arguments.Require"] = 1,
    };

    /// <summary>What the members of the texts classes say, by <c>Class.Member</c>.</summary>
    private static readonly Dictionary<string, ExpressionSyntax> Texts = Sources.TextClasses
        .SelectMany(one => one.Members.Select(member => member switch
        {
            MethodDeclarationSyntax method => ($"{one.Identifier}.{method.Identifier}", method.ExpressionBody!.Expression),
            FieldDeclarationSyntax { Declaration.Variables: [var text] } => ($"{one.Identifier}.{text.Identifier}", text.Initializer!.Value),
            _ => throw new InvalidOperationException($"Expected a constant or a method in {one.Identifier}, found {member.Kind()}."),
        }))
        .ToDictionary();

    [Fact]
    public void Every_error_is_a_sentence_with_a_capital_and_a_full_stop()
    {
        var count = 0;
        var wrong = new List<string>();
        foreach (var (place, sentence) in Sources.Trees.SelectMany(tree => tree.GetRoot().DescendantNodes()).SelectMany(Messages))
        {
            count++;
            if (!Starts().IsMatch(First(sentence)) || !Ends().IsMatch(Last(sentence)))
            {
                wrong.Add($"{place} {sentence}");
            }
        }

        Assert.InRange(count, 200, 2000);
        Assert.True(wrong.Count == 0, $"these errors are no whole sentences:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("\"Expected a file, found none; check the path.\"", true)]
    [InlineData("$\"'{path}' has no partner.\"", true)]
    [InlineData("$\"Falling back: {fault.Message}\"", true)]
    [InlineData("$\"{path}: expected a folder, found a file.\"", true)]
    [InlineData("\"expected a file.\"", false)]
    [InlineData("\"Expected a file\"", false)]
    [InlineData("$\"Expected 1, found {count}\"", false)]
    public void The_rule_tells_sentences_from_fragments(string code, bool holds)
    {
        var sentence = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(code);
        Assert.Equal(holds, Starts().IsMatch(First(sentence)) && Ends().IsMatch(Last(sentence)));
    }

    private static IEnumerable<(string Place, ExpressionSyntax Sentence)> Messages(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var (name, arguments) = node switch
        {
            ObjectCreationExpressionSyntax creation => ($"{creation.Type}", creation.ArgumentList),
            InvocationExpressionSyntax call => ($"{call.Expression}", call.ArgumentList),
            _ => ("", null),
        };
        return arguments is not null && Errors.TryGetValue(name, out var index) && index < arguments.Arguments.Count
            ? Leaves(arguments.Arguments[index].Expression).Select(leaf => (Sources.Place(leaf.GetLocation()), leaf))
            : [];
    }

    /// <summary>The sentences that an expression can be; what comes from elsewhere, such as another error's message, is none of them.</summary>
    private static IEnumerable<ExpressionSyntax> Leaves(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { OperatorToken.Text: "+" } => [expression],
        ParenthesizedExpressionSyntax inner => Leaves(inner.Expression),
        ConditionalExpressionSyntax choice => Leaves(choice.WhenTrue).Concat(Leaves(choice.WhenFalse)),
        MemberAccessExpressionSyntax text when Texts.TryGetValue($"{text}", out var said) => Leaves(said),
        InvocationExpressionSyntax call when Texts.TryGetValue($"{call.Expression}", out var said) => Leaves(said),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } call when $"{call.Expression}" == "FormattableString.Invariant" => Leaves(only.Expression),
        _ => [],
    };

    /// <summary>The text at the beginning; a placeholder stays in braces.</summary>
    private static string First(ExpressionSyntax sentence) => sentence switch
    {
        BinaryExpressionSyntax sum => First(sum.Left),
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => $"{part}")),
        _ => "",
    };

    private static string Last(ExpressionSyntax sentence) => sentence is BinaryExpressionSyntax sum ? First(sum.Right) : First(sentence);

    /// <summary>A capital letter, a quotation mark, a figure or a placeholder; the name of a setting, an option or an argument, which is written as it is.</summary>
    [GeneratedRegex(@"^(\p{Lu}|['<{\d]|--|[a-z_]+\.[a-z_]+ )", RegexOptions.CultureInvariant)]
    private static partial Regex Starts();

    /// <summary>A full stop or a question mark, or a placeholder for a sentence.</summary>
    [GeneratedRegex(@"([.?]|\{[^{}]*(Message|Words|Sentence|Hint|Line|Join|Rest|Stop|Fault|Reason|Skipped|PassedOver|Problems)[^{}]*\})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
