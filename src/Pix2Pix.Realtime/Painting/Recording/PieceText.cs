using System.Globalization;
using System.Text;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Painting.Recording;

/// <summary>
/// A <see cref="Cutout"/> in a stroke recording: <c>{ size: [3, 2], classes: [window, sill], runs: 1x3 0x1 2x2 }</c>. A run is a class by its place in the list from 1 on, 0 = a hole,
/// and how many pixels it goes on, row by row from the top.
/// </summary>
internal static class PieceText
{
    public const string Form = "{ size: [width, height], classes: [window, sill], runs: 1x28 0x4 2x28 }";

    /// <summary>As wide and as high as the largest canvas.</summary>
    private const int MostSide = 4096;

    public static string Format(Cutout piece, IReadOnlyList<LabelClass> classes)
    {
        var (size, used, runs) = (piece.Size, new List<byte>(), new StringBuilder());
        var (current, length) = (-1, 0);
        for (var i = 0; i <= piece.Ids.Length; i++)
        {
            var next = i < piece.Ids.Length ? IndexAt(piece, i, used) : -1;
            if (next != current && length > 0)
            {
                runs.Append(CultureInfo.InvariantCulture, $"{(runs.Length > 0 ? " " : "")}{current}x{length}");
                length = 0;
            }

            (current, length) = (next, length + 1);
        }

        var names = string.Join(", ", used.Select(id => classes.First(one => one.Id == id).Name));
        return FormattableString.Invariant($"{{ size: [{size.Width}, {size.Height}], classes: [{names}], runs: {runs} }}");
    }

    /// <summary>Reads one.</summary>
    /// <returns>Null where the node is none.</returns>
    public static Cutout? Read(YamlNode node, IReadOnlyList<LabelClass> classes)
    {
        if (node is not YamlMappingNode map || map.Children.Count != 3
            || !map.Children.TryGetValue("size", out var side) || !map.Children.TryGetValue("classes", out var names) || !map.Children.TryGetValue("runs", out var runs)
            || StrokeReader.Whole(side, 2, 1, MostSide) is not [var width, var height] || names is not YamlSequenceNode list)
        {
            return null;
        }

        var ids = list.Children.Select(name => classes.FirstOrDefault(one => one.Name.Equals(name.ToString(), StringComparison.OrdinalIgnoreCase))?.Id).ToArray();
        return ids.Contains(null) ? null : Read(new PixelSize(width, height), [.. ids.Select(id => id!.Value)], runs.ToString());
    }

    private static Cutout? Read(PixelSize size, byte[] classes, string runs)
    {
        var (ids, holds, filled) = (new byte[size.Width * size.Height], new bool[size.Width * size.Height], 0);
        foreach (var run in runs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (run.Split('x') is not [var first, var second] || !Number(first, classes.Length, out var index) || !Number(second, ids.Length - filled, out var length))
            {
                return null;
            }

            if (index > 0)
            {
                ids.AsSpan(filled, length).Fill(classes[index - 1]);
                holds.AsSpan(filled, length).Fill(true);
            }

            filled += length;
        }

        return filled == ids.Length ? new Cutout(size, ids, holds) : null;
    }

    private static int IndexAt(Cutout piece, int pixel, List<byte> used)
    {
        if (!piece.Holds(pixel % piece.Size.Width, pixel / piece.Size.Width))
        {
            return 0;
        }

        var index = used.IndexOf(piece.Ids[pixel]);
        if (index < 0)
        {
            index = used.Count;
            used.Add(piece.Ids[pixel]);
        }

        return index + 1;
    }

    private static bool Number(string text, int most, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
