using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>A sitting at the canvas as a YAML file: a list of strokes with their times.</summary>
public static class StrokeFile
{
    private static readonly FileFormat Layout = new(1);
    private static readonly string Heading = $"{Layout.YamlLine}strokes:";

    /// <summary>Reads a sitting.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="classes">The palette's classes, which the strokes name.</param>
    /// <exception cref="UserException">The file is missing or holds faults: one line each, with its path, line and column.</exception>
    public static IReadOnlyList<TimedStroke> Load(string path, IReadOnlyList<LabelClass> classes)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"expected a stroke file, found none at '{path}'; check the name");
        }

        return Parse(TextFile.Read(path), path, classes);
    }

    /// <summary>Reads a sitting from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="classes">The palette's classes.</param>
    public static IReadOnlyList<TimedStroke> Parse(string text, string name, IReadOnlyList<LabelClass> classes)
    {
        var reader = new StrokeReader(name, classes, new ToolBox(classes));
        var strokes = reader.ReadAll(YamlFile.Read(text, name, Layout));
        return reader.Faults.Count == 0 ? strokes : throw new UserException(string.Join('\n', reader.Faults));
    }

    /// <summary>Writes a sitting, so that <see cref="Load"/> reads the same strokes.</summary>
    public static void Save(string path, IEnumerable<TimedStroke> strokes, IReadOnlyList<LabelClass> classes) =>
        AtomicFile.WriteText(path, Format(strokes, classes));

    internal static string Format(IEnumerable<TimedStroke> strokes, IReadOnlyList<LabelClass> classes)
    {
        var text = new StringBuilder(Heading);
        foreach (var (time, duration, stroke) in strokes)
        {
            var className = classes.First(one => one.Id == stroke.ClassId).Name;
            text.Append(CultureInfo.InvariantCulture, $"\n  - {{ time: {time:0.###}, tool: {stroke.Tool}, class: {className}, size: {stroke.Size}");
            Append(text, stroke.Shape == BrushShape.Square, $", shape: square");
            Append(text, duration > 0, $", duration: {duration:0.###}");
            Append(text, stroke.Mirror, $", mirror: true");
            var repeat = stroke.Repeat;
            Append(text, !repeat.IsNone, $", repeat: [{repeat.Columns}, {repeat.Rows}, {repeat.StepX}, {repeat.StepY}]");
            text.Append(", points: [").AppendJoin(", ", Points(stroke.Points)).Append("] }");
        }

        return $"{text}{(text.Length == Heading.Length ? " []" : "")}\n";
    }

    private static void Append(StringBuilder text, bool applies, FormattableString part)
    {
        if (applies)
        {
            text.Append(FormattableString.Invariant(part));
        }
    }

    private static IEnumerable<string> Points(ImmutableArray<PixelPoint> points) => points.Select(point => $"[{point.X}, {point.Y}]");
}
