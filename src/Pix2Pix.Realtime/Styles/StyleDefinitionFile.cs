using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Styles;

/// <summary>Reads definitions of styles from YAML; all faults of a file are reported together, each with its line and column.</summary>
internal static class StyleDefinitionFile
{
    /// <summary>The definition for any label set: the colours of its classes.</summary>
    public const string OfAnyClasses = "classes";

    /// <summary>The definition for pictures without labels.</summary>
    public const string WithoutLabels = "edges2shoes";

    /// <summary>Stands for every class of the palette, as many as a style has numbers for.</summary>
    private const string Each = "each";

    private static readonly FileFormat Layout = new(1);

    /// <summary>The name of the definition that belongs to a label set.</summary>
    /// <param name="palette">The palette's name; empty = none.</param>
    public static string DefaultFor(string palette) => palette.Length == 0 ? WithoutLabels : Names().FirstOrDefault(name => PaletteOf(name) == palette) ?? OfAnyClasses;

    /// <summary>Reads a definition by its name in <c>configs/styles</c> or by its path.</summary>
    /// <param name="palette">Of the label maps; null = none.</param>
    /// <exception cref="UserException">There is none, it holds faults, or it is one of another label set.</exception>
    public static StyleDefinition Load(string nameOrPath, Palette? palette)
    {
        var path = File.Exists(nameOrPath) ? nameOrPath : ProjectFolder.Under("configs", "styles", $"{nameOrPath}.yaml");
        return File.Exists(path)
            ? Parse(YamlFile.ReadText(path), path, palette)
            : throw new UserException($"Expected a style definition's name or file, found '{nameOrPath}'; the included ones are {string.Join(", ", Names())}.");
    }

    /// <summary>Reads a definition from text.</summary>
    /// <param name="source">What faults call the text, as a rule its path.</param>
    public static StyleDefinition Parse(string text, string source, Palette? palette)
    {
        var whole = YamlFile.Read(text, source, Layout);
        var values = whole is YamlMappingNode root && root.Children.TryGetValue("values", out var list) && list is YamlSequenceNode sequence
            ? sequence
            : throw new UserException($"{source}: expected a style definition with name, palette and values, found {YamlText.Found(whole)}.");
        var name = Scalar(root, "name") ?? Path.GetFileNameWithoutExtension(source);
        var wanted = Scalar(root, "palette") ?? "";
        var used = wanted is "" ? "" : palette?.Name ?? "";
        if (wanted is not ("" or "any") && used != wanted || (wanted == "any" && used.Length == 0))
        {
            throw new UserException($"{source}: expected the labels of '{wanted}' for this style definition, found '{used}'; choose another generator.style_definition or data.palette.");
        }

        var faults = new FileFaults();
        var groups = values.Children.SelectMany(node => Read(node, palette, message => faults.Add($"{source}:{node.Start.Line}:{node.Start.Column} {message}"))).ToList();
        faults.ThrowIfAny();
        var definition = new StyleDefinition(name, used, groups);
        _ = new StyleMeter(definition, palette);
        return definition;
    }

    /// <summary>The included definitions.</summary>
    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(ProjectFolder.Under("configs", "styles"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static IReadOnlyList<StyleGroup> Read(YamlNode node, Palette? palette, Action<string> fault)
    {
        if (node is not YamlMappingNode map || Scalar(map, "name") is not { Length: > 0 } name || !Enum.TryParse<StyleQuantity>(Scalar(map, "measure"), ignoreCase: true, out var quantity) || !Enum.IsDefined(quantity))
        {
            fault($"expected a value such as {{ name: wall, measure: color, of: [facade] }}, where measure is one of {string.Join(", ", Enum.GetNames<StyleQuantity>()).ToLowerInvariant()}, found {YamlText.Found(node)}.");
            return [];
        }

        var label = Scalar(map, "label") ?? $"{char.ToUpperInvariant(name[0])}{name[1..]}";
        float[] neutral = [.. Enumerable.Repeat(quantity switch { StyleQuantity.Contrast => 0.1f, StyleQuantity.Warmth => 0f, _ => 0.5f }, StyleGroup.CountOf(quantity))];
        if (Scalar(map, "of") == Each)
        {
            return [.. palette!.Classes.Take(StyleDefinition.MostValues / neutral.Length).Select(one => new StyleGroup(one.Name.Replace(' ', '-'), one.Name, quantity, [one.Name], neutral))];
        }

        IReadOnlyList<string> regions = map.Children.TryGetValue("of", out var of) && of is YamlSequenceNode list ? [.. list.Children.Select(region => $"{region}")] : [];
        return [new StyleGroup(name, label, quantity, regions, neutral)];
    }

    private static string PaletteOf(string name) =>
        YamlFile.Read(YamlFile.ReadText(ProjectFolder.Under("configs", "styles", $"{name}.yaml")), name, Layout) is YamlMappingNode root ? Scalar(root, "palette") ?? "" : "";

    private static string? Scalar(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;
}
