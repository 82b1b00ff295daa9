namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Fills the connected area of one class around the point (four neighbours count as connected).</summary>
public sealed class FillTool : ITool
{
    public string Name => "fill";

    public ToolGesture Gesture => ToolGesture.Drag;

    public void Paint(Painter painter, ReadOnlySpan<PixelPoint> points)
    {
        if (!painter.Canvas.Contains(points[^1]))
        {
            return;
        }

        // The whole area is found before the first pixel is painted: mirror images may fall into it.
        foreach (var (y, left, right) in FindArea(painter.Canvas, points[^1]))
        {
            painter.Span(y, left, right, painter.Settings.ClassId);
        }
    }

    private static List<(int Y, int Left, int Right)> FindArea(LabelCanvas canvas, PixelPoint seed)
    {
        var map = canvas.Map;
        var inside = map[seed.X, seed.Y];
        var seen = new bool[map.Ids.Length];
        var spans = new List<(int, int, int)>();
        var open = new Stack<PixelPoint>([seed]);
        while (open.TryPop(out var at))
        {
            if (seen[(at.Y * map.Width) + at.X])
            {
                continue;
            }

            var row = map.Row(at.Y);
            var (left, right) = (at.X, at.X);
            while (left > 0 && row[left - 1] == inside)
            {
                left--;
            }

            while (right < map.Width - 1 && row[right + 1] == inside)
            {
                right++;
            }

            seen.AsSpan((at.Y * map.Width) + left, right - left + 1).Fill(true);
            spans.Add((at.Y, left, right));
            PushRuns(at.Y - 1, left, right);
            PushRuns(at.Y + 1, left, right);
        }

        return spans;

        void PushRuns(int y, int left, int right)
        {
            if (y < 0 || y >= map.Height)
            {
                return;
            }

            var row = map.Row(y);
            for (var x = left; x <= right; x++)
            {
                if (row[x] == inside && !seen[(y * map.Width) + x] && (x == left || row[x - 1] != inside))
                {
                    open.Push(new PixelPoint(x, y));
                }
            }
        }
    }
}
