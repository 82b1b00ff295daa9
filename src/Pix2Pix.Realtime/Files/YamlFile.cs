using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Files;

/// <summary>Reads YAML as nodes, which know their line and column. Any thread.</summary>
internal static class YamlFile
{
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="format">Of its kind of file; the number stands at the root as <see cref="FileFormat.Key"/>.</param>
    /// <returns>The root; an empty scalar where there is none.</returns>
    /// <exception cref="UserException">The text is no YAML, or a newer program wrote it.</exception>
    public static YamlNode Read(string text, string name, FileFormat format)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new UserException($"{name}:{broken.Start.Line}:{broken.Start.Column} is not valid YAML: {broken.Message}", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The reader has states of its own that some broken files lead it out of; it names no place then.
            throw new UserException($"{name} is not valid YAML: a key without a value, or an unclosed bracket; check the last change.", broken);
        }

        var root = yaml.Documents is [var document, ..] ? document.RootNode : new YamlScalarNode("");
        if (root is YamlMappingNode map && map.Children.TryGetValue(FileFormat.Key, out var number))
        {
            format.Require(number is YamlScalarNode scalar ? scalar.Value ?? "" : "a list or a group", name);
        }

        return root;
    }
}
