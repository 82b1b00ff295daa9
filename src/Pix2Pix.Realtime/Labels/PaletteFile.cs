using System.Globalization;
using Pix2Pix.Realtime.Files;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Labels;

/// <summary>Reads palettes from YAML; all errors of a file are reported together, each with its line and column.</summary>
public static class PaletteFile
{
    private static readonly FileFormat Layout = new(1);

    /// <summary>Reads a palette by its name in <c>configs/palettes</c> or by its path.</summary>
    /// <exception cref="UserException">There is none, or it holds faults.</exception>
    public static Palette Load(string nameOrPath)
    {
        var path = File.Exists(nameOrPath) ? nameOrPath : ProjectFolder.Under("configs", "palettes", $"{nameOrPath}.yaml");
        return File.Exists(path)
            ? Parse(YamlFile.ReadText(path), path)
            : throw new UserException($"Expected a palette's name or file, found '{nameOrPath}'; the included ones are {string.Join(", ", Names())}.");
    }

    /// <summary>The included palettes.</summary>
    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(ProjectFolder.Under("configs", "palettes"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>Reads a palette from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="source">What faults call the text, as a rule its path.</param>
    public static Palette Parse(string text, string source)
    {
        var node = YamlFile.Read(text, source, Layout);
        if (node is not YamlMappingNode root)
        {
            throw new UserException($"{source}: expected a palette with name, background and classes, found {YamlText.Found(node)}.");
        }

        var faults = new FileFaults();
        var classes = new List<LabelClass>();
        var also = new List<IReadOnlyList<Rgb>>();
        foreach (var entry in root.Children.TryGetValue("classes", out var list) && list is YamlSequenceNode sequence ? sequence.Children : [])
        {
            ReadClass(entry, classes, also, message => faults.Add($"{source}:{entry.Start.Line}:{entry.Start.Column} {message}"));
        }

        byte? background = !root.Children.TryGetValue("background", out var ground) ? (byte)0 : byte.TryParse($"{ground}", out var id) ? id : null;
        if (classes.Count == 0)
        {
            faults.Add($"{source}: expected at least one entry under classes, found none.");
        }
        else if (classes.All(entry => entry.Id != background))
        {
            faults.Add($"{source}: expected background to be the id of one of the classes, found {(ground is null ? "none" : YamlText.Found(ground))}.");
        }

        var name = root.Children.TryGetValue("name", out var given) ? $"{given}" : Path.GetFileNameWithoutExtension(source);
        faults.ThrowIfAny();
        return new Palette(name, background.GetValueOrDefault(), classes, also);
    }

    private static void ReadClass(YamlNode node, List<LabelClass> classes, List<IReadOnlyList<Rgb>> also, Action<string> fault)
    {
        if (node is not YamlMappingNode map)
        {
            fault($"expected a class such as {{ id: 1, name: window, color: [0, 128, 255] }}, found {YamlText.Found(node)}.");
            return;
        }

        foreach (var field in map.Children.Keys.Select(node => $"{node}").Except(["id", "name", "color", "key", "order", "about", "also"]))
        {
            fault($"{field}: no such field; a class has id, name, color, key, order, about and also.");
        }

        var name = Scalar(map, "name");
        var hasId = byte.TryParse(Scalar(map, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var color = map.Children.TryGetValue("color", out var colorNode) ? Color(colorNode) : null;
        if (!hasId || string.IsNullOrEmpty(name) || color is null)
        {
            fault($"expected a class with an id in 0..255, a name, and a color of three numbers in 0..255, found {YamlText.Found(node)}.");
            return;
        }

        foreach (var other in classes)
        {
            if (other.Id == id || other.Color == color || other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                fault($"{name}: expected a unique id, name and color, found those of {other.Name}.");
            }
        }

        var key = Scalar(map, "key") is { Length: 1 } text ? text[0] : '\0';
        var order = int.TryParse(Scalar(map, "order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : classes.Count;
        classes.Add(new LabelClass(id, name, color.Value, key, order) { About = Scalar(map, "about") ?? "" });
        var others = new List<Rgb>();
        also.Add(others);
        foreach (var variant in map.Children.TryGetValue("also", out var variants) && variants is YamlSequenceNode colors ? colors.Children : [])
        {
            if (Color(variant) is { } accepted)
            {
                others.Add(accepted);
            }
            else
            {
                fault($"{name}: expected also to list colors of three numbers in 0..255, found {YamlText.Found(variant)}.");
            }
        }
    }

    private static string? Scalar(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;

    private static Rgb? Color(YamlNode node) =>
        node is YamlSequenceNode { Children: [var r, var g, var b] } && byte.TryParse($"{r}", out var red) && byte.TryParse($"{g}", out var green) && byte.TryParse($"{b}", out var blue)
            ? new Rgb(red, green, blue)
            : null;
}
