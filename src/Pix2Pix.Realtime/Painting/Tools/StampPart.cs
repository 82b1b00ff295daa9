using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting.Tools;

/// <summary>One rectangle of a stamp; its edges are shares of the stamp's box, 0..1 from the left and from the top.</summary>
/// <param name="ClassId">The class it paints.</param>
internal readonly record struct StampPart(byte ClassId, double Left, double Top, double Right, double Bottom)
{
    /// <summary>The part's pixels when the stamp fills <paramref name="box"/>: never less than one pixel either way.</summary>
    public PixelRect Within(PixelRect box)
    {
        var (left, top) = (box.X + (int)Math.Round(Left * box.Width), box.Y + (int)Math.Round(Top * box.Height));
        var (right, bottom) = (box.X + (int)Math.Round(Right * box.Width), box.Y + (int)Math.Round(Bottom * box.Height));
        return new PixelRect(left, top, Math.Max(right - left, 1), Math.Max(bottom - top, 1));
    }
}
