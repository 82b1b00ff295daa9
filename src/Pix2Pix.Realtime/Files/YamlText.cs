using System.Text;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Files;

/// <summary>A node of YAML as its author would recognise it, for the sentence that refuses it. Any thread.</summary>
internal static class YamlText
{
    private const int MostCharacters = 120;

    /// <summary>In quotes where it is a word, e.g. <c>'abc'</c>, <c>[1, 2]</c>, <c>{ time: 1 }</c>, "nothing"; one line, what is longer than 120 characters is cut off.</summary>
    /// <param name="node">Of a file that <see cref="YamlFile"/> read, which bounds its depth.</param>
    public static string Found(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } when text.Any(char.IsControl) => $"the control characters in {Cut(Quoted(text))}; write Windows paths in single quotes or with /",
        YamlScalarNode { Value: { Length: > 0 } text } => $"'{Cut(text)}'",
        YamlScalarNode => "nothing",
        _ => Cut(Flow(node)),
    };

    /// <summary>A sentence stays one, whatever the file holds.</summary>
    private static string Cut(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}...";

    private static string Flow(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Children.Select(child => $"{Flow(child.Key)}: {Flow(child.Value)}"))} }}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Flow))}]",
        YamlScalarNode scalar => scalar.Value ?? "",
        _ => $"{node}",
    };

    /// <summary>Text as YAML has it in double quotes, whatever is in it.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' or (>= '\x7f' and <= '\xa0') or '\u2028' or '\u2029' or '\ufeff' => $"\\u{(int)letter:X4}",
                _ => letter,
            });
        }

        return quoted.Append('"').ToString();
    }
}
