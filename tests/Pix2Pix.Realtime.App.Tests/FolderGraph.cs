using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests;

/// <summary>
/// Which folder of a project needs which other one, read from the sources: by its using directives, and by the names of types that it reaches through the
/// namespaces around its own. Folder = namespace, so an arrow between folders is an arrow between namespaces.
/// </summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _arrows = [];
    private readonly Dictionary<string, HashSet<string>> _types;

    private FolderGraph(IReadOnlyList<CompilationUnitSyntax> files)
    {
        _types = files
            .SelectMany(file => file.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            .SelectMany(scope => scope.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => (Folder: scope.Name.ToString(), type.Identifier.Text)))
            .GroupBy(type => type.Folder, type => type.Text)
            .ToDictionary(group => group.Key, group => group.ToHashSet());
        foreach (var file in files)
        {
            foreach (var scope in file.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
            {
                Add(file, scope);
            }
        }
    }

    /// <summary>Reads the sources of a project under <c>src/</c>.</summary>
    public static FolderGraph Of(string project)
    {
        var files = Directory.GetFiles(ProjectFolder.Under("src", project), "*.cs", SearchOption.AllDirectories);
        return new FolderGraph([.. files.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetCompilationUnitRoot())]);
    }

    /// <summary>Reads sources that are given as text; their file names don't matter.</summary>
    public static FolderGraph OfText(params string[] sources) =>
        new([.. sources.Select(text => CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot())]);

    /// <summary>The arrows that lie on a circle: "A -> B (Name)" for each, where Name is what A takes from B. Empty = all arrows run one way.</summary>
    public IReadOnlyList<string> Circles() =>
        [.. _arrows.SelectMany(from => from.Value.Where(to => Reaches(to.Key, from.Key)).Select(to => $"{from.Key} -> {to.Key} ({to.Value})")).Order(StringComparer.Ordinal)];

    private bool Reaches(string from, string target)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            if (folder == target)
            {
                return true;
            }

            foreach (var next in _arrows.GetValueOrDefault(folder)?.Keys ?? Enumerable.Empty<string>())
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private void Add(CompilationUnitSyntax file, BaseNamespaceDeclarationSyntax scope)
    {
        var own = scope.Name.ToString();
        foreach (var name in file.Usings.Concat(scope.Usings).Select(one => one.Name?.ToString()).OfType<string>())
        {
            // A static using or an alias names a type, so its namespace is what stands before the last dot.
            AddArrow(own, _types.ContainsKey(name) ? name : name[..Math.Max(name.LastIndexOf('.'), 0)], $"using {name}");
        }

        foreach (var name in scope.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFirst))
        {
            AddArrow(own, Around(own).FirstOrDefault(folder => _types.GetValueOrDefault(folder)?.Contains(name.Identifier.Text) == true), name.Identifier.Text);
        }

        foreach (var name in scope.DescendantNodes().OfType<QualifiedNameSyntax>().Cast<CSharpSyntaxNode>().Concat(scope.DescendantNodes().OfType<MemberAccessExpressionSyntax>()))
        {
            // Partly qualified: Painting.Brush from anywhere in the project.
            var text = name.ToString();
            if (text.LastIndexOf('.') is > 0 and var dot)
            {
                AddArrow(own, Around(own).Select(folder => $"{folder}.{text[..dot]}").Append(text[..dot]).FirstOrDefault(folder => _types.GetValueOrDefault(folder)?.Contains(text[(dot + 1)..]) == true), text);
            }
        }
    }

    /// <summary>Whether a name is looked up from where it stands, not in what stands before its dot, nor in the type of an object that is being made.</summary>
    private static bool IsFirst(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        QualifiedNameSyntax qualified => qualified.Right != name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };

    /// <summary>A namespace and those around it, the nearest first.</summary>
    private static IEnumerable<string> Around(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
        {
            yield return name[..end];
        }
    }

    private void AddArrow(string from, string? to, string name)
    {
        if (to is not null && to != from && _types.ContainsKey(to))
        {
            if (!_arrows.TryGetValue(from, out var targets))
            {
                _arrows[from] = targets = new SortedDictionary<string, string>(StringComparer.Ordinal);
            }

            targets.TryAdd(to, name);
        }
    }
}
