using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Data;

/// <summary>Draws a label map as people draw a house with a pen: a line wherever two classes meet.</summary>
internal static class LabelOutlines
{
    /// <param name="labels">Any classes; unchanged.</param>
    /// <param name="thickness">Of the line, in pixels, at least 1; it grows to the right and downward.</param>
    /// <param name="paper">The class between the lines.</param>
    /// <param name="ink">The class of the lines.</param>
    /// <returns>A map of the same size.</returns>
    public static LabelMap Of(LabelMap labels, int thickness, byte paper, byte ink)
    {
        var drawn = new LabelMap(labels.Width, labels.Height, paper);
        for (var y = 0; y < labels.Height; y++)
        {
            for (var x = 0; x < labels.Width; x++)
            {
                var here = labels[x, y];
                if ((x + 1 < labels.Width && labels[x + 1, y] != here) || (y + 1 < labels.Height && labels[x, y + 1] != here))
                {
                    Dot(drawn, x, y, thickness, ink);
                }
            }
        }

        return drawn;
    }

    private static void Dot(LabelMap drawn, int x, int y, int thickness, byte ink)
    {
        var width = Math.Min(thickness, drawn.Width - x);
        for (var row = y; row < Math.Min(y + thickness, drawn.Height); row++)
        {
            drawn.Row(row).Slice(x, width).Fill(ink);
        }
    }
}
