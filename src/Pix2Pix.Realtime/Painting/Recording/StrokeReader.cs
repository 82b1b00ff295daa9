using System.Collections.Immutable;
using System.Globalization;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Settings;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>Reads strokes from YAML nodes and gathers every fault with its place.</summary>
internal sealed class StrokeReader(string name, IReadOnlyList<LabelClass> classes, ToolBox tools)
{
    /// <summary>Seconds: a day.</summary>
    public const double LongestRecording = 24 * 3600;
    private const int FarthestPoint = 100_000;
    private static readonly string[] Keys = ["time", "duration", "tool", "class", "size", "shape", "smooth", "mirror", "repeat", "piece", "sizes", "points"];

    public FileFaults Faults { get; } = new();

    /// <summary>The canvas that it was recorded on; null where the file doesn't say.</summary>
    public PixelSize? Canvas { get; private set; }

    public IReadOnlyList<TimedStroke> ReadAll(YamlNode root)
    {
        if (root is not YamlMappingNode map || !map.Children.TryGetValue("strokes", out var list) || list is not YamlSequenceNode strokes)
        {
            Fault(root, $"expected 'strokes:' with a list of strokes, found {YamlText.Found(root)}.");
            return [];
        }

        Canvas = map.Children.TryGetValue("canvas", out var canvas) ? SizeOf(canvas) : null;
        return [.. strokes.Select(Read).OfType<TimedStroke>()];
    }

    private PixelSize? SizeOf(YamlNode node)
    {
        if (Whole(node, 2, 1, PictureLimits.MostSide) is [var width, var height])
        {
            return new PixelSize(width, height);
        }

        Fault(node, $"expected canvas: [width, height] of 1..{PictureLimits.MostSide} pixels, found {YamlText.Found(node)}.");
        return null;
    }

    private TimedStroke? Read(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node, $"expected a stroke: {{ time: 0, tool: brush, class: window, size: 12, points: [[10, 20]] }}, found {YamlText.Found(node)}.");
            return null;
        }

        foreach (var key in map.Children.Keys.Where(key => !Keys.Contains(key.ToString())))
        {
            Fault(key, $"a stroke has no '{key}'; {Spelling.Hint(key.ToString(), Keys)}");
        }

        var tool = Named(map, "tool", tools.Names, required: true);
        var className = Named(map, "class", classes.Select(one => one.Name), required: false) ?? classes[0].Name;
        var shape = Named(map, "shape", ["round", "square"], required: false);
        var points = Points(map);
        var repeat = Repeat(map);
        var piece = Piece(map, tool);
        return tool is null || points.IsEmpty ? null : new TimedStroke(
            Number(map, "time", 0, 0, LongestRecording),
            Number(map, "duration", 0, 0, LongestRecording),
            new Stroke(
                tool,
                classes.First(one => one.Name.Equals(className, StringComparison.OrdinalIgnoreCase)).Id,
                shape == "square" ? BrushShape.Square : BrushShape.Round,
                (int)Number(map, "size", 12, Brush.MinSize, Math.Round(PaintSettings.MostSize * (Canvas is { } canvas ? LabelCanvas.UnitOf(canvas) : 1))),
                Named(map, "mirror", ["true", "false"], required: false) == "true",
                repeat,
                points)
            {
                IsSmooth = Named(map, "smooth", ["true", "false"], required: false) == "true",
                Piece = piece,
                Sizes = Sizes(map, points.Length),
            });
    }

    private Cutout? Piece(YamlMappingNode map, string? tool)
    {
        if (!map.Children.TryGetValue("piece", out var node))
        {
            if (tool is not null && ToolBox.PieceTools.Contains(tool))
            {
                Fault(map, $"a stroke of '{tool}' needs 'piece: {PieceText.Form}'.");
            }

            return null;
        }

        var piece = PieceText.Read(node, classes);
        if (piece is null)
        {
            Fault(node, $"expected piece: {PieceText.Form} with classes of the palette and runs that fill the size, found {YamlText.Found(node)}.");
        }

        return piece;
    }

    private string? Named(YamlMappingNode map, string key, IEnumerable<string> known, bool required)
    {
        if (!map.Children.TryGetValue(key, out var node))
        {
            if (required)
            {
                Fault(map, $"a stroke needs '{key}'.");
            }

            return null;
        }

        var word = node.ToString();
        var found = known.FirstOrDefault(one => one.Equals(word, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Fault(node, $"there is no {key} '{word}'; {Spelling.Hint(word, [.. known])}");
        }

        return found;
    }

    private double Number(YamlMappingNode map, string key, double absent, double minimum, double maximum)
    {
        if (!map.Children.TryGetValue(key, out var node))
        {
            return absent;
        }

        if (double.TryParse(node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        Fault(node, $"expected {key} in {minimum}..{maximum}, found {YamlText.Found(node)}.");
        return absent;
    }

    private ImmutableArray<PixelPoint> Points(YamlMappingNode map)
    {
        if (!map.Children.TryGetValue("points", out var node) || node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            Fault(node ?? map, "a stroke needs 'points: [[x, y], ...]'.");
            return [];
        }

        var points = ImmutableArray.CreateBuilder<PixelPoint>(list.Children.Count);
        foreach (var item in list)
        {
            if (Whole(item, 2, -FarthestPoint, FarthestPoint) is [var x, var y])
            {
                points.Add(new PixelPoint(x, y));
            }
            else
            {
                Fault(item, $"expected a point [x, y], found {YamlText.Found(item)}.");
            }
        }

        return points.ToImmutable();
    }

    /// <summary>What a pen's pressure made of the size, for each point.</summary>
    private ImmutableArray<int> Sizes(YamlMappingNode map, int points)
    {
        if (!map.Children.TryGetValue("sizes", out var node))
        {
            return [];
        }

        if (Whole(node, points, Brush.MinSize, Brush.MaxSize) is { } sizes)
        {
            return [.. sizes];
        }

        Fault(node, $"expected sizes: a list of {points} numbers of {Brush.MinSize}..{Brush.MaxSize} pixels, one for each point, found {YamlText.Found(node)}.");
        return [];
    }

    private PaintRepeat Repeat(YamlMappingNode map)
    {
        if (!map.Children.TryGetValue("repeat", out var node))
        {
            return PaintRepeat.None;
        }

        if (Whole(node, 4, 0, 4096) is [var columns, var rows, var stepX, var stepY] && columns >= 1 && rows >= 1)
        {
            return new PaintRepeat(columns, rows, stepX, stepY);
        }

        Fault(node, $"expected repeat: [columns, rows, step x, step y], found {YamlText.Found(node)}.");
        return PaintRepeat.None;
    }

    /// <summary>So many whole numbers of that range; null where the node is something else.</summary>
    internal static int[]? Whole(YamlNode node, int count, int minimum, int maximum)
    {
        if (node is not YamlSequenceNode list || list.Children.Count != count)
        {
            return null;
        }

        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            if (!int.TryParse(list.Children[i].ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out values[i])
                || values[i] < minimum || values[i] > maximum)
            {
                return null;
            }
        }

        return values;
    }

    private void Fault(YamlNode node, string words) => Faults.Add($"{name}:{node.Start.Line}:{node.Start.Column} {words}");
}
