using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Docs;

/// <summary>The product's sources as syntax trees, parsed once.</summary>
internal static class Sources
{
    /// <summary>All files below <c>src/</c>; a tree's path is its path in the repository.</summary>
    public static IReadOnlyList<SyntaxTree> Trees { get; } =
    [
        .. Directory.GetFiles(ProjectFolder.Under("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: Path.GetRelativePath(ProjectFolder.Root, path))),
    ];

    /// <summary>The classes that hold a folder's texts; no two of them share a name.</summary>
    public static IEnumerable<ClassDeclarationSyntax> TextClasses => Trees
        .Where(tree => Path.GetFileName(tree.FilePath).EndsWith("Texts.cs", StringComparison.Ordinal))
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>());

    /// <summary>Where a node or a comment is, as <c>file:line</c>.</summary>
    public static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return $"{span.Path}:{span.StartLinePosition.Line + 1}";
    }
}
