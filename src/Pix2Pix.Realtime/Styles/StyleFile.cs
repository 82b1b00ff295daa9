using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.Files;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Styles;

/// <summary>A style as a YAML file: the label set's name, and each group's numbers by its name. Any thread.</summary>
public static class StyleFile
{
    private const string PaletteKey = "palette";
    private const string StyleKey = "style";

    private static readonly FileFormat Layout = new(1);

    /// <summary>Reads a style for a definition; what the file does not say is neutral.</summary>
    /// <exception cref="UserException">There is no such file, it holds faults, or it is one of another label set.</exception>
    public static float[] Load(string path, StyleDefinition definition) => File.Exists(path)
        ? Parse(YamlFile.ReadText(path), path, definition)
        : throw new UserException($"Expected a style file, found none at '{path}'; check the name.");

    /// <summary>Reads a style from text.</summary>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    public static float[] Parse(string text, string name, StyleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (YamlFile.Read(text, name, Layout) is not YamlMappingNode root || !root.Children.TryGetValue(StyleKey, out var node) || node is not YamlMappingNode values)
        {
            throw new UserException($"{name}: expected a style such as 'style: {{ wall: [0.7, 0.5, 0.4] }}', found none; save one from the window.");
        }

        var palette = root.Children.TryGetValue(PaletteKey, out var given) ? $"{given}" : definition.Palette;
        if (palette != definition.Palette)
        {
            throw new UserException($"{name}: expected a style of the label set '{definition.Palette}', found one of '{palette}'; choose a style that was saved with this kind of generator.");
        }

        var style = definition.Neutral.ToArray();
        var faults = new FileFaults();
        foreach (var (key, value) in values.Children)
        {
            if (Read($"{key}", value, definition, style) is { } fault)
            {
                faults.Add($"{name}:{key.Start.Line}:{key.Start.Column} {fault}");
            }
        }

        faults.ThrowIfAny();
        definition.Bound(style);
        return style;
    }

    /// <summary>Writes a style, so that <see cref="Load"/> reads the same; seen whole or not at all.</summary>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Save(string path, StyleDefinition definition, ReadOnlySpan<float> style) => AtomicFile.WriteText(path, Format(definition, style));

    /// <summary>The text of a style file.</summary>
    public static string Format(StyleDefinition definition, ReadOnlySpan<float> style)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var text = new StringBuilder(Layout.YamlLine).Append(CultureInfo.InvariantCulture, $"{PaletteKey}: '{definition.Palette}'\n{StyleKey}:\n");
        var first = 0;
        foreach (var group in definition.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {group.Name}: {StyleNumbers.Format(style.Slice(first, group.Count).ToArray())}\n");
            first += group.Count;
        }

        return text.ToString();
    }

    /// <returns>Null, or what is wrong.</returns>
    private static string? Read(string group, YamlNode value, StyleDefinition definition, float[] style)
    {
        if (definition.Find(group) is not { Count: var count })
        {
            return $"{group}: the generator's style has no such value; it has {string.Join(", ", definition.Groups.Select(one => one.Name))}.";
        }

        var (first, nodes) = (definition.IndexOf(group), StyleNumbers.Nodes(value));
        if (nodes.Count != count)
        {
            return $"{group}: expected {count} number{(count == 1 ? "" : "s")}, found {nodes.Count}.";
        }

        for (var i = 0; i < count; i++)
        {
            if (StyleNumbers.Read(nodes[i]) is not { } number)
            {
                return $"{group}: expected a number, found {YamlText.Found(nodes[i])}.";
            }

            style[first + i] = number;
        }

        return null;
    }
}
