using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Recording;
using Pix2Pix.Realtime.Painting.Tools;

namespace Pix2Pix.Realtime.Tests.Painting;

/// <summary>Random hands at a small canvas: any tool, any brush, points on and off the canvas.</summary>
internal static class Hands
{
    public const int Width = 37;
    public const int Height = 29;

    public static readonly LabelClass[] Classes =
    [
        new(1, "background", new Rgb(0, 0, 223), '1', 1), new(2, "facade", new Rgb(0, 48, 255), '2', 2), new(3, "window", new Rgb(0, 128, 255), '3', 10),
        new(4, "door", new Rgb(0, 207, 255), '4', 5), new(5, "cornice", new Rgb(32, 255, 223), '5', 11), new(6, "sill", new Rgb(112, 255, 143), '6', 3),
        new(7, "balcony", new Rgb(191, 255, 64), '7', 4), new(9, "deco", new Rgb(255, 159, 0), '9', 8), new(11, "pillar", new Rgb(255, 0, 0), '-', 12),
        new(12, "shop", new Rgb(175, 0, 0), '=', 9),
    ];

    public static readonly ToolBox Tools = new(Classes);

    private static readonly Gen<PixelPoint> Points = Gen.Select(Gen.Int[-20, Width + 20], Gen.Int[-20, Height + 20], (x, y) => new PixelPoint(x, y));

    private static readonly Gen<PaintRepeat> Repeats = Gen.OneOf(
        Gen.Const(PaintRepeat.None),
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 15], Gen.Int[0, 15], (columns, rows, x, y) => columns * rows == 1 ? PaintRepeat.None : new PaintRepeat(columns, rows, x, y)));

    public static readonly Gen<Cutout> Pieces =
        from width in Gen.Int[1, 9]
        from height in Gen.Int[1, 9]
        from ids in Gen.Int[1, Classes.Length - 1].Select(i => Classes[i].Id).Array[width * height]
        from holds in Gen.Bool.Array[width * height]
        select new Cutout(new PixelSize(width, height), ids, holds);

    public static readonly Gen<Stroke> Strokes =
        from tool in Gen.Int[0, Tools.Names.Count - 1].Select(i => Tools.Names[i])
        from color in Gen.Int[0, Classes.Length - 1].Select(i => Classes[i])
        from shape in Gen.Enum<BrushShape>()
        from size in Gen.Int[Brush.MinSize, 20]
        from mirror in Gen.Bool
        from repeat in Repeats
        from points in Points.Array[1, 6]
        from smooth in Gen.Bool
        from piece in Pieces
        select new Stroke(tool, color.Id, shape, size, mirror, repeat, [.. points]) { IsSmooth = smooth, Piece = ToolBox.PieceTools.Contains(tool) ? piece : null };

    public static PaintSession Session() => new(new LabelCanvas(Width, Height, background: 1), Tools.All[0]);

    public static void Paint(PaintSession session, IEnumerable<Stroke> strokes) =>
        new StrokeReplay(session, Tools, strokes.Select((stroke, i) => new TimedStroke(i, 0, stroke))).Advance(double.MaxValue);
}
