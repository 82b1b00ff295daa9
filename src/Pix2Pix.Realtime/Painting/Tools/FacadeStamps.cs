namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>The elements of a facade as stamps, built of the classes as they lie in annotated photographs of facades.</summary>
internal static class FacadeStamps
{
    private sealed record Part(string Class, double Left, double Top, double Right, double Bottom);

    private sealed record Design(string Name, int Width, int Height, params Part[] Parts);

    private static readonly Design[] Designs =
    [
        new("window stamp", 28, 44,
            new("cornice", 0, 0, 1, 0.14), new("window", 0.1, 0.14, 0.9, 0.9), new("sill", 0.04, 0.9, 0.96, 1)),
        new("door stamp", 32, 60,
            new("cornice", 0, 0, 1, 0.1), new("deco", 0.06, 0.1, 0.94, 0.26), new("pillar", 0.06, 0.26, 0.18, 1),
            new("pillar", 0.82, 0.26, 0.94, 1), new("door", 0.18, 0.26, 0.82, 1)),
        new("balcony stamp", 52, 56,
            new("cornice", 0.2, 0, 0.8, 0.1), new("window", 0.26, 0.1, 0.74, 0.66), new("balcony", 0, 0.62, 1, 0.94),
            new("sill", 0, 0.94, 1, 1)),
        new("shop stamp", 84, 60,
            new("cornice", 0, 0, 1, 0.1), new("shop", 0.02, 0.1, 0.98, 1), new("door", 0.42, 0.34, 0.58, 1), new("deco", 0.02, 0.1, 0.98, 0.26)),
    ];

    public static IEnumerable<ITool> For(IReadOnlyDictionary<string, byte> classIds) =>
        from design in Designs
        where design.Parts.All(part => classIds.ContainsKey(part.Class))
        select new StampTool(design.Name, design.Width, design.Height,
            [.. design.Parts.Select(part => new StampPart(classIds[part.Class], part.Left, part.Top, part.Right, part.Bottom))]);
}
