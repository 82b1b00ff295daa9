using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Styles;

/// <summary>The numbers of a colour or value as files have them: <c>[0.7, 0.5, 0.4]</c> or <c>0.6</c>. Any thread.</summary>
internal static class StyleNumbers
{
    public static string Format(IReadOnlyList<float> numbers)
    {
        var text = string.Join(", ", numbers.Select(number => number.ToString("0.####", CultureInfo.InvariantCulture)));
        return numbers.Count == 1 ? text : $"[{text}]";
    }

    /// <summary>The nodes of a list; a single value is a list of one.</summary>
    public static IReadOnlyList<YamlNode> Nodes(YamlNode node) => node is YamlSequenceNode list ? [.. list.Children] : [node];

    /// <returns>Null where the node is no finite number.</returns>
    public static float? Read(YamlNode node) =>
        float.TryParse($"{node}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number : null;
}
