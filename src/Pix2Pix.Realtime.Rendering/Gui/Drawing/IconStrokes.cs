using System.Globalization;
using System.Numerics;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// The strokes of every icon, on a square of 16 x 16. Written as paths: points <c>x,y</c> of one stroke after another, strokes parted by
/// <c>;</c>, a circle or part of one as <c>o x,y,radius[,from,to]</c> with angles in degrees, clockwise from the right.
/// </summary>
internal static class IconStrokes
{
    public const int Side = 16;

    /// <summary>No stroke has more points.</summary>
    public const int MostPoints = 48;

    private const int CirclePoints = 33;

    private static readonly Dictionary<Icon, string> Paths = new()
    {
        [Icon.Check] = "3,8.5 6.5,12 13,4.5",
        [Icon.Cross] = "4,4 12,12; 12,4 4,12",
        [Icon.Plus] = "8,3.5 8,12.5; 3.5,8 12.5,8",
        [Icon.Minus] = "3.5,8 12.5,8",
        [Icon.ChevronDown] = "4,6 8,10 12,6",
        [Icon.ChevronRight] = "6,4 10,8 6,12",
        [Icon.ChevronUp] = "4,10 8,6 12,10",
        [Icon.Folder] = "2,12.5 2,3.5 6.5,3.5 8,5.5 14,5.5 14,12.5 2,12.5",
        [Icon.File] = "4,2 9.5,2 12.5,5 12.5,14 4,14 4,2; 9.5,2 9.5,5 12.5,5",
        [Icon.Up] = "8,13 8,3; 4,7 8,3 12,7",
        [Icon.Refresh] = "o 8,8,5.25,-50,220; 12.5,1.5 11.5,4.2 8.8,3.4",
        [Icon.Home] = "2.5,8 8,2.5 13.5,8; 4,6.5 4,13 12,13 12,6.5",
        [Icon.Star] = "8,2 9.8,6 14,6.4 10.8,9.2 11.8,13.5 8,11.2 4.2,13.5 5.2,9.2 2,6.4 6.2,6 8,2",
        [Icon.Brush] = "13.5,2.5 7.5,8.5; 6,8 8,10 6.5,12.6 2.5,13.5 3.4,9.5 6,8",
        [Icon.Square] = "3,3 13,3 13,13 3,13 3,3",
        [Icon.Line] = "3,13 13,3",
        [Icon.Rectangle] = "2,4 14,4 14,12 2,12 2,4",
        [Icon.Ellipse] = "o 8,8,5.5",
        [Icon.Polygon] = "8,2.5 13.5,6.5 11.5,13 4.5,13 2.5,6.5 8,2.5",
        [Icon.Bucket] = "7,2.5 12.5,8 7,13.5 1.5,8 7,2.5; 1.8,8 12,8; 14,10 14,13",
        [Icon.Dropper] = "2.5,13.5 3,11 9,5 11,7 5,13 2.5,13.5; 8,4 12,8; 10,6 12.5,3.5",
        [Icon.Eraser] = "6,13 2.5,9.5 9,3 13.5,7.5 8,13 6,13; 5.8,6.2 10.3,10.7; 6,13 13.5,13",
        [Icon.Stamp] = "3,13.5 13,13.5; 3,11 3,9 6.5,9 6.5,6.5 5.5,4 7,2.5 9,2.5 10.5,4 9.5,6.5 9.5,9 13,9 13,11 3,11",
        [Icon.Mirror] = "8,2 8,14; 6,4.5 2,11.5 6,11.5 6,4.5; 10,4.5 14,11.5 10,11.5 10,4.5",
        [Icon.Grid] = "2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5 2.5,2.5; 6.2,2.5 6.2,13.5; 9.8,2.5 9.8,13.5; 2.5,6.2 13.5,6.2; 2.5,9.8 13.5,9.8",
        [Icon.Undo] = "5.5,3 2.5,6 5.5,9; 2.5,6 10,6; o 10,9.25,3.25,-90,90; 10,12.5 6,12.5",
        [Icon.Redo] = "10.5,3 13.5,6 10.5,9; 13.5,6 6,6; o 6,9.25,3.25,90,270; 6,12.5 10,12.5",
        [Icon.Play] = "4.5,3 12.5,8 4.5,13 4.5,3",
        [Icon.Pause] = "5.5,3 5.5,13; 10.5,3 10.5,13",
        [Icon.Stop] = "4,4 12,4 12,12 4,12 4,4",
        [Icon.Camera] = "2,5 5,5 6.2,3.2 9.8,3.2 11,5 14,5 14,12.8 2,12.8 2,5; o 8,8.8,2.4",
        [Icon.Save] = "8,2.5 8,10; 4.8,7 8,10.2 11.2,7; 2.5,10.5 2.5,13.5 13.5,13.5 13.5,10.5",
        [Icon.Open] = "8,10.2 8,2.8; 4.8,5.8 8,2.6 11.2,5.8; 2.5,10.5 2.5,13.5 13.5,13.5 13.5,10.5",
        [Icon.Copy] = "5.5,5.5 13.5,5.5 13.5,13.5 5.5,13.5 5.5,5.5; 3,10.5 2.5,10.5 2.5,2.5 10.5,2.5 10.5,3",
        [Icon.Hand] = "8,2 8,14; 2,8 14,8; 6,4 8,2 10,4; 6,12 8,14 10,12; 4,6 2,8 4,10; 12,6 14,8 12,10",
        [Icon.ZoomIn] = "o 6.8,6.8,4.3; 10,10 14,14; 6.8,4.9 6.8,8.7; 4.9,6.8 8.7,6.8",
        [Icon.ZoomOut] = "o 6.8,6.8,4.3; 10,10 14,14; 4.9,6.8 8.7,6.8",
        [Icon.Split] = "2,3 14,3 14,13 2,13 2,3; 8,1.5 8,14.5; 4.2,8 6,6.2; 4.2,8 6,9.8; 11.8,8 10,6.2; 11.8,8 10,9.8",
        [Icon.Overlay] = "2,2 10.5,2 10.5,10.5 2,10.5 2,2; 5.5,12.5 5.5,14 14,14 14,5.5 12.5,5.5",
        [Icon.SideBySide] = "2,3 14,3 14,13 2,13 2,3; 8,3 8,13",
        [Icon.Columns] = "1.5,4 7,4 7,12 1.5,12 1.5,4; 9,4 14.5,4 14.5,12 9,12 9,4",
        [Icon.FullScreen] = "2.5,6 2.5,2.5 6,2.5; 10,2.5 13.5,2.5 13.5,6; 13.5,10 13.5,13.5 10,13.5; 6,13.5 2.5,13.5 2.5,10",
        [Icon.Warning] = "8,2.5 14,13.2 2,13.2 8,2.5; 8,6.5 8,9.3; 8,11.3 8,11.4",
        [Icon.ChevronLeft] = "10,4 6,8 10,12",
        [Icon.Question] = "o 8,6,3,-180,70; 8.9,8.9 8,9.6 8,10.6; 8,12.8 8,12.9",
        [Icon.Gear] = "o 8,8,2.2; o 8,8,4.6; 8,1.8 8,3.4; 8,12.6 8,14.2; 1.8,8 3.4,8; 12.6,8 14.2,8; 3.6,3.6 4.8,4.8; 11.2,11.2 12.4,12.4; 12.4,3.6 11.2,4.8; 4.8,11.2 3.6,12.4",
        [Icon.Select] = "2.5,5 2.5,2.5 5,2.5; 7,2.5 9,2.5; 11,2.5 13.5,2.5 13.5,5; 13.5,7 13.5,9; 13.5,11 13.5,13.5 11,13.5; 9,13.5 7,13.5; 5,13.5 2.5,13.5 2.5,11; 2.5,9 2.5,7",
        [Icon.Flip] = "8,2 8,14; 2.5,8 6,8; 4.5,6 2.5,8 4.5,10; 10,8 13.5,8; 11.5,6 13.5,8 11.5,10",
        [Icon.SelectElement] = "2.5,4.5 2.5,2.5 4.5,2.5; 11.5,2.5 13.5,2.5 13.5,4.5; 13.5,11.5 13.5,13.5 11.5,13.5; 4.5,13.5 2.5,13.5 2.5,11.5; 5.5,5 10.5,5 10.5,11 5.5,11 5.5,5",
        [Icon.SelectClass] = "2.5,2.5 6.5,2.5 6.5,6.5 2.5,6.5 2.5,2.5; 9.5,2.5 13.5,2.5 13.5,6.5 9.5,6.5 9.5,2.5; 2.5,9.5 6.5,9.5 6.5,13.5 2.5,13.5 2.5,9.5; 9.5,9.5 13.5,9.5 13.5,13.5 9.5,13.5 9.5,9.5",
        [Icon.Info] = "o 8,8,5.8; 8,7.4 8,11; 8,5 8,5.1",
    };

    private static readonly Dictionary<Icon, Vector2[][]> Strokes = Paths.ToDictionary(pair => pair.Key, pair => Parse(pair.Value));

    public static Vector2[][] Of(Icon icon) => Strokes[icon];

    private static Vector2[][] Parse(string path) =>
        [.. path.Split(';', StringSplitOptions.TrimEntries).Select(stroke => stroke.StartsWith('o') ? Arc(Numbers(stroke[1..])) : Polyline(stroke))];

    private static Vector2[] Polyline(string stroke) =>
        [.. stroke.Split(' ').Select(Numbers).Select(point => new Vector2(point[0], point[1]))];

    private static Vector2[] Arc(float[] arc)
    {
        var (from, to) = arc.Length > 3 ? (arc[3], arc[4]) : (0, 360);
        return [.. Enumerable.Range(0, CirclePoints).Select(i =>
        {
            var (sin, cos) = MathF.SinCos(float.DegreesToRadians(from + ((to - from) * i / (CirclePoints - 1))));
            return new Vector2(arc[0] + (arc[2] * cos), arc[1] + (arc[2] * sin));
        })];
    }

    private static float[] Numbers(string list) => [.. list.Split(',').Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
}
