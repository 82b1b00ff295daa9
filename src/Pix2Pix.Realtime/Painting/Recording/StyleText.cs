using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Styles;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>The changes of style in a stroke recording: <c>{ time: 2.5, fade: 1, style: { wall: [0.7, 0.5, 0.4], brightness: 0.6 } }</c>.</summary>
internal static class StyleText
{
    private const string Key = "styles";
    private const string Form = "{ time: 2.5, fade: 1, style: { wall: [0.7, 0.5, 0.4], brightness: 0.6 } }";

    /// <summary>Those of a colour.</summary>
    private const int MostNumbers = 3;

    public static string Format(IEnumerable<TimedStyle> styles)
    {
        var text = new StringBuilder();
        foreach (var (time, fade, style) in styles)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  - {{ time: {time:0.###}");
            if (fade > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", fade: {fade:0.###}");
            }

            text.Append(", style: { ").AppendJoin(", ", style.Select(one => $"{one.Key}: {StyleNumbers.Format(one.Value)}")).Append(" } }");
        }

        return text.Length == 0 ? "" : $"{Key}:{text}\n";
    }

    /// <summary>Reads the changes of a recording in the order of their times; none where it has no such list.</summary>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="UserException">It holds faults: one line each, with the file, line and column.</exception>
    public static IReadOnlyList<TimedStyle> ReadAll(YamlNode root, string name)
    {
        if (root is not YamlMappingNode map || !map.Children.TryGetValue(Key, out var list))
        {
            return [];
        }

        var faults = new FileFaults();
        var styles = new List<TimedStyle>();
        foreach (var node in list is YamlSequenceNode sequence ? sequence.Children : [list])
        {
            if (Read(node) is { } style)
            {
                styles.Add(style);
            }
            else
            {
                faults.Add($"{name}:{node.Start.Line}:{node.Start.Column} expected a change of style such as {Form}, found {YamlText.Found(node)}.");
            }
        }

        faults.ThrowIfAny();
        return [.. styles.OrderBy(style => style.Time)];
    }

    private static TimedStyle? Read(YamlNode node)
    {
        if (node is not YamlMappingNode map || map.Children.Keys.Any(key => $"{key}" is not ("time" or "fade" or "style"))
            || !map.Children.TryGetValue("style", out var style) || style is not YamlMappingNode values
            || Seconds(map, "time") is not { } time || Seconds(map, "fade") is not { } fade)
        {
            return null;
        }

        var numbers = new Dictionary<string, float[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in values.Children)
        {
            if (Numbers(value) is not { } read)
            {
                return null;
            }

            numbers[$"{key}"] = read;
        }

        return new TimedStyle(time, fade, numbers);
    }

    private static float[]? Numbers(YamlNode node)
    {
        float?[] numbers = [.. StyleNumbers.Nodes(node).Select(StyleNumbers.Read)];
        return numbers.Length is 0 or > MostNumbers || numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
    }

    private static double? Seconds(YamlMappingNode map, string key) => !map.Children.TryGetValue(key, out var node) ? 0
        : double.TryParse($"{node}", NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= StrokeReader.LongestRecording ? seconds
        : null;
}
