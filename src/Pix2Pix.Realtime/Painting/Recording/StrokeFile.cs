using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>A stroke recording as a YAML file: a list of strokes with their times.</summary>
public static class StrokeFile
{
    private static readonly FileFormat Layout = new(1);

    /// <summary>Reads a stroke recording.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="classes">The palette's classes, which the strokes name.</param>
    /// <param name="onto">The canvas to paint it on: what was recorded on another size is enlarged or reduced to it. Null, or a file that doesn't say on which canvas: as it was recorded.</param>
    /// <exception cref="UserException">The file is missing or holds faults: one line each, with its path, line and column.</exception>
    public static IReadOnlyList<TimedStroke> Load(string path, IReadOnlyList<LabelClass> classes, PixelSize? onto = null) => Parse(ReadText(path), path, classes, onto);

    /// <summary>Reads a stroke recording from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="classes">The palette's classes.</param>
    /// <param name="onto">See <see cref="Load"/>.</param>
    public static IReadOnlyList<TimedStroke> Parse(string text, string name, IReadOnlyList<LabelClass> classes, PixelSize? onto = null)
    {
        var tools = new ToolBox(classes);
        var reader = new StrokeReader(name, classes, tools);
        var strokes = reader.ReadAll(YamlFile.Read(text, name, Layout));
        reader.Faults.ThrowIfAny();
        if (onto is not { } size || reader.Canvas is not { } recorded || recorded == size)
        {
            return strokes;
        }

        var scale = new StrokeScale(recorded, size, tools);
        return [.. strokes.Select(one => one with { Stroke = scale.Apply(one.Stroke) })];
    }

    /// <summary>Writes a stroke recording, so that <see cref="Load"/> reads the same strokes.</summary>
    /// <param name="canvas">The size of the canvas that they were painted on.</param>
    /// <param name="styles">The changes of style meanwhile; null = none.</param>
    public static void Save(string path, IEnumerable<TimedStroke> strokes, IReadOnlyList<LabelClass> classes, PixelSize canvas, IEnumerable<TimedStyle>? styles = null) =>
        AtomicFile.WriteText(path, Format(strokes, classes, canvas) + StyleText.Format(styles ?? []));

    /// <summary>Reads the changes of style beside a recording's strokes, in the order of their times. Which names a generator knows is not checked here.</summary>
    /// <exception cref="UserException">The file is missing or holds faults: one line each, with its path, line and column.</exception>
    public static IReadOnlyList<TimedStyle> LoadStyles(string path) => StyleText.ReadAll(YamlFile.Read(ReadText(path), path, Layout), path);

    internal static string Format(IEnumerable<TimedStroke> strokes, IReadOnlyList<LabelClass> classes, PixelSize canvas)
    {
        var heading = FormattableString.Invariant($"{Layout.YamlLine}canvas: [{canvas.Width}, {canvas.Height}]\nstrokes:");
        var text = new StringBuilder(heading);
        foreach (var (time, duration, stroke) in strokes)
        {
            var className = classes.First(one => one.Id == stroke.ClassId).Name;
            text.Append(CultureInfo.InvariantCulture, $"\n  - {{ time: {time:0.###}, tool: {stroke.Tool}, class: {className}, size: {stroke.Size}");
            Append(text, stroke.Shape == BrushShape.Square, $", shape: square");
            Append(text, stroke.IsSmooth, $", smooth: true");
            Append(text, duration > 0, $", duration: {duration:0.###}");
            Append(text, stroke.Mirror, $", mirror: true");
            var repeat = stroke.Repeat;
            Append(text, !repeat.IsNone, $", repeat: [{repeat.Columns}, {repeat.Rows}, {repeat.StepX}, {repeat.StepY}]");
            if (stroke.Piece is { } piece)
            {
                text.Append(", piece: ").Append(PieceText.Format(piece, classes));
            }

            if (!stroke.Sizes.IsEmpty)
            {
                text.Append(", sizes: [").AppendJoin(", ", stroke.Sizes).Append(']');
            }

            text.Append(", points: [").AppendJoin(", ", Points(stroke.Points)).Append("] }");
        }

        return $"{text}{(text.Length == heading.Length ? " []" : "")}\n";
    }

    private static string ReadText(string path) =>
        File.Exists(path) ? YamlFile.ReadText(path) : throw new UserException($"Expected a stroke file, found none at '{path}'; check the name.");

    private static void Append(StringBuilder text, bool applies, FormattableString part)
    {
        if (applies)
        {
            text.Append(FormattableString.Invariant(part));
        }
    }

    private static IEnumerable<string> Points(ImmutableArray<PixelPoint> points) => points.Select(point => $"[{point.X}, {point.Y}]");
}
