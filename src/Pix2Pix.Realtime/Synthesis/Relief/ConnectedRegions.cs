using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>Finds the pixels of one class that hang together by their sides: runs of a row join those of the row above.</summary>
internal static class ConnectedRegions
{
    /// <returns>Each pixel's region, and the regions' boxes in the order of their first pixels.</returns>
    public static (int[] Region, List<RegionBox> Boxes) Of(LabelMap labels)
    {
        var (w, ids) = (labels.Width, labels.Ids);
        var runs = new int[ids.Length];
        var (parents, boxes) = (new List<int>(), new List<RegionBox>());
        for (var start = 0; start < ids.Length; start += w)
        {
            for (var x = 0; x < w;)
            {
                var end = x + 1;
                while (end < w && ids[start + end] == ids[start + x])
                {
                    end++;
                }

                var run = parents.Count;
                parents.Add(run);
                boxes.Add(new RegionBox((FacadeClass)ids[start + x], x, start / w, end, (start / w) + 1));
                runs.AsSpan(start + x, end - x).Fill(run);
                if (start > 0)
                {
                    JoinAbove(ids, runs, parents, boxes, start + x, start + end, w);
                }

                x = end;
            }
        }

        return Number(runs, parents, boxes);
    }

    private static void JoinAbove(byte[] ids, int[] runs, List<int> parents, List<RegionBox> boxes, int from, int to, int width)
    {
        var last = -1;
        for (var i = from; i < to; i++)
        {
            if (ids[i - width] == ids[i] && runs[i - width] != last)
            {
                last = runs[i - width];
                var (a, b) = (Root(parents, last), Root(parents, runs[i]));
                var (first, second) = (Math.Min(a, b), Math.Max(a, b));
                if (first != second)
                {
                    parents[second] = first;
                    boxes[first] = boxes[first].Around(boxes[second]);
                }
            }
        }
    }

    private static int Root(List<int> parents, int of)
    {
        while (parents[of] != of)
        {
            parents[of] = parents[parents[of]];
            of = parents[of];
        }

        return of;
    }

    private static (int[] Region, List<RegionBox> Boxes) Number(int[] runs, List<int> parents, List<RegionBox> boxes)
    {
        var (numbers, kept) = (new int[parents.Count], new List<RegionBox>());
        for (var run = 0; run < numbers.Length; run++)
        {
            var root = Root(parents, run);
            numbers[run] = root == run ? kept.Count : numbers[root];
            if (root == run)
            {
                kept.Add(boxes[run]);
            }
        }

        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = numbers[runs[i]];
        }

        return (runs, kept);
    }
}
