using System.Numerics;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Passes;

/// <summary>Where a picture lies on the screen: screen = <see cref="Origin"/> + picture * <see cref="Scale"/>, both counted from the top left.</summary>
/// <param name="Origin">The picture's top left corner, in screen pixels.</param>
/// <param name="Scale">Screen pixels for one pixel of the picture, above 0.</param>
public readonly record struct ViewTransform(Vector2 Origin, float Scale)
{
    /// <summary>One picture pixel to one screen pixel, from the corner: for drawing into a texture of the picture's size.</summary>
    public static ViewTransform Identity => new(Vector2.Zero, 1);

    /// <summary>The point of the picture that is shown at a point of the screen.</summary>
    public Vector2 ToPicture(Vector2 screen) => (screen - Origin) / Scale;

    /// <summary>The point of the screen at which a point of the picture is shown.</summary>
    public Vector2 ToScreen(Vector2 picture) => Origin + (picture * Scale);

    /// <summary>The whole screen pixels that a part of the picture touches.</summary>
    public PixelRect ToScreen(PixelRect picture) => Around(new Vector2(picture.X, picture.Y), new Vector2(picture.Right, picture.Bottom));

    /// <summary>The whole screen pixels between two points of the picture.</summary>
    public PixelRect Around(Vector2 topLeft, Vector2 bottomRight)
    {
        var (from, to) = (ToScreen(topLeft), ToScreen(bottomRight));
        return PixelRect.FromEdges((int)MathF.Floor(from.X), (int)MathF.Floor(from.Y), (int)MathF.Ceiling(to.X), (int)MathF.Ceiling(to.Y));
    }

    /// <summary>The largest view that shows the whole picture, in the middle of <paramref name="area"/>.</summary>
    /// <param name="area">Screen pixels; may be empty.</param>
    /// <param name="picture">The picture's size.</param>
    /// <param name="margin">Screen pixels to leave on every side.</param>
    public static ViewTransform Fit(PixelRect area, PixelSize picture, float margin = 0)
    {
        var room = Vector2.Max(new Vector2(area.Width, area.Height) - new Vector2(2 * margin), Vector2.One);
        var scale = Math.Min(room.X / picture.Width, room.Y / picture.Height);
        var origin = new Vector2(area.X + ((area.Width - (picture.Width * scale)) / 2), area.Y + ((area.Height - (picture.Height * scale)) / 2));

        // On whole pixels a hard-edged picture at a whole scale has equal pixels.
        return new ViewTransform(new Vector2(MathF.Round(origin.X), MathF.Round(origin.Y)), scale);
    }

    /// <summary>Scales around a point of the screen, which keeps showing the same point of the picture.</summary>
    /// <param name="screen">The point that stays.</param>
    /// <param name="factor">Above 1 = nearer.</param>
    /// <param name="smallest">The least scale it may end at.</param>
    /// <param name="largest">The greatest scale it may end at.</param>
    public ViewTransform ZoomAt(Vector2 screen, float factor, float smallest, float largest)
    {
        var scale = Math.Clamp(Scale * factor, smallest, largest);
        return new ViewTransform(screen - (ToPicture(screen) * scale), scale);
    }
}
