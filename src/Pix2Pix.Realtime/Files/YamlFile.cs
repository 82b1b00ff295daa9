using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Files;

/// <summary>Reads YAML as nodes, which know their line and column: the one reader of all YAML files, so that one place bounds them. Any thread.</summary>
internal static partial class YamlFile
{
    /// <summary>A stroke recording of many hours stays below it.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    /// <param name="path">A YAML file.</param>
    /// <exception cref="UserException">It has more than 16 MB.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static string ReadText(string path) => TextFile.Read(path, MostBytes);

    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="format">Of its kind of file; the number stands at the root as <see cref="FileFormat.Key"/>.</param>
    /// <returns>The root; an empty scalar where there is none.</returns>
    /// <exception cref="UserException">The text is no YAML, exceeds a bound of <see cref="YamlBounds"/>, or a newer program wrote it.</exception>
    public static YamlNode Read(string text, string name, FileFormat format)
    {
        var root = Root(text, name);
        if (root is YamlMappingNode map && map.Children.TryGetValue(FileFormat.Key, out var number))
        {
            format.Require(number is YamlScalarNode scalar ? scalar.Value ?? "" : "a list or a group", name);
        }

        return root;
    }

    /// <summary>The root of the first document; an empty scalar where there is none.</summary>
    /// <exception cref="UserException">The text is no YAML, or exceeds a bound of <see cref="YamlBounds"/>.</exception>
    public static YamlNode Root(string text, string name)
    {
        // The events come without recursion; what builds nodes of them recurses, and trusts them.
        YamlBounds.Check(text, name);
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new UserException($"{name}:{broken.Start.Line}:{broken.Start.Column} is not valid YAML: {broken.Message.TrimEnd('.')}{Hint(text, broken.Start.Line)}.", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            throw new UserException($"{name} is not valid YAML: a key without a value, or a bracket that is never closed; look at what was changed last.", broken);
        }

        if (yaml.Documents is [_, var second, ..])
        {
            throw new UserException($"{name}:{second.RootNode.Start.Line}:{second.RootNode.Start.Column} expected one YAML document, found {yaml.Documents.Count}; put the others into files of their own.");
        }

        return yaml.Documents is [var document, ..] ? document.RootNode : new YamlScalarNode("");
    }

    /// <summary>In double quotes a backslash begins a code, as <c>\U</c> in <c>"C:\Users"</c> does.</summary>
    public static string Hint(string text, long line) =>
        text.Split('\n').ElementAtOrDefault((int)Math.Max(line - 1, 0)) is { } wrong && WindowsPath().IsMatch(wrong) ? "; write Windows paths in single quotes or with /" : "";

    [GeneratedRegex(@"""[A-Za-z]:\\")]
    private static partial Regex WindowsPath();
}
