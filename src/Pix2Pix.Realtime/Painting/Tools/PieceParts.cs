using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>Divides a piece of a label map into rectangles of one class: what a stamp is made of.</summary>
internal static class PieceParts
{
    public static List<StampPart> Of(Cutout piece)
    {
        var parts = new List<StampPart>();
        var open = new List<(PixelRect Block, byte Id)>();
        for (var y = 0; y < piece.Size.Height; y++)
        {
            var next = new List<(PixelRect Block, byte Id)>();
            foreach (var (left, width, id) in Row(piece, y))
            {
                // A row that goes on as the one above makes its rectangle longer.
                var above = open.FindIndex(one => one.Id == id && one.Block.X == left && one.Block.Width == width);
                next.Add((above < 0 ? new PixelRect(left, y, width, 1) : open[above].Block with { Height = y + 1 - open[above].Block.Y }, id));
                if (above >= 0)
                {
                    open.RemoveAt(above);
                }
            }

            Close(open);
            open = next;
        }

        Close(open);
        return parts;

        void Close(List<(PixelRect Block, byte Id)> blocks)
        {
            var (width, height) = ((double)piece.Size.Width, (double)piece.Size.Height);
            parts.AddRange(blocks.Select(one => new StampPart(one.Id, one.Block.X / width, one.Block.Y / height, one.Block.Right / width, one.Block.Bottom / height)));
        }
    }

    private static IEnumerable<(int Left, int Width, byte Id)> Row(Cutout piece, int y)
    {
        var (width, from) = (piece.Size.Width, 0);
        for (var x = 1; x <= width; x++)
        {
            var isEnd = x == width || piece.Holds(x, y) != piece.Holds(from, y) || piece.Ids[(y * width) + x] != piece.Ids[(y * width) + from];
            if (isEnd && piece.Holds(from, y))
            {
                yield return (from, x - from, piece.Ids[(y * width) + from]);
            }

            from = isEnd ? x : from;
        }
    }
}
