using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>All tools for a palette, in the order in which users see them. Immutable.</summary>
public sealed class ToolBox
{
    /// <param name="classes">The palette's classes; a stamp is there when all its classes are.</param>
    public ToolBox(IEnumerable<LabelClass> classes)
    {
        var classIds = classes.ToDictionary(one => one.Name, one => one.Id, StringComparer.OrdinalIgnoreCase);
        All =
        [
            new BrushTool(), new EraserTool(), new LineTool(), new RectangleTool(), new EllipseTool(), new PolygonTool(), new FillTool(),
            new EyedropperTool(), SelectTool.Rectangle, SelectTool.Element, SelectTool.Class, .. FacadeStamps.For(classIds),
        ];
        Recorded = [.. All, MoveSelectionTool.Move, MoveSelectionTool.Copy, ChangeSelectionTool.Mirror, ChangeSelectionTool.Delete];
        Names = [.. Recorded.Select(tool => tool.Name), .. PieceTools];
    }

    /// <summary>Names of tools that place a piece which the stroke itself holds.</summary>
    public static IReadOnlyList<string> PieceTools { get; } = [PasteTool.ToolName, StampTool.OwnName];

    /// <summary>Those that a person chooses.</summary>
    public IReadOnlyList<ITool> All { get; }

    /// <summary>Every name that a stroke's tool may have.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Those that strokes name, without the tools of pieces.</summary>
    private IReadOnlyList<ITool> Recorded { get; }

    /// <summary>The tool of that name; null when there is none, or when it needs a piece.</summary>
    public ITool? Find(string name) => Recorded.FirstOrDefault(tool => tool.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The tool that painted a stroke; null when there is none.</summary>
    public ITool? For(Stroke stroke)
    {
        ArgumentNullException.ThrowIfNull(stroke);
        return (stroke.Tool, stroke.Piece) switch
        {
            (PasteTool.ToolName, { } piece) => new PasteTool(piece),
            (StampTool.OwnName, { } piece) => new StampTool(piece),
            _ => Find(stroke.Tool),
        };
    }
}
