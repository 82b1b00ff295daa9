using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>All tools there are for a palette, in the order in which people see them. Immutable.</summary>
public sealed class ToolBox
{
    /// <param name="classes">The palette's classes; a stamp is there when all its classes are.</param>
    public ToolBox(IEnumerable<LabelClass> classes)
    {
        var classIds = classes.ToDictionary(one => one.Name, one => one.Id, StringComparer.OrdinalIgnoreCase);
        All =
        [
            new BrushTool(), new EraserTool(), new LineTool(), new RectangleTool(), new EllipseTool(), new PolygonTool(), new FillTool(),
            new EyedropperTool(), .. FacadeStamps.For(classIds),
        ];
    }

    public IReadOnlyList<ITool> All { get; }

    /// <summary>The tool of that name; null when there is none.</summary>
    public ITool? Find(string name) => All.FirstOrDefault(tool => tool.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
