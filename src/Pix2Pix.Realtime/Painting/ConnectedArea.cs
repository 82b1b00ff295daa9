using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Painting;

/// <summary>Finds the pixels of one class that are connected (four neighbours count).</summary>
internal static class ConnectedArea
{
    /// <summary>The area around a pixel, as spans with both ends included.</summary>
    public static List<(int Y, int Left, int Right)> Around(LabelMap map, PixelPoint seed)
    {
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
