namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>How wide one place of a row is.</summary>
/// <param name="Points">Its fixed width; 0 when it shares what is left.</param>
/// <param name="Weight">Its share of what is left over; 0 when fixed.</param>
internal readonly record struct Track(float Points, float Weight)
{
    /// <summary>An equal share of what the fixed ones leave.</summary>
    public static Track Fill => new(0, 1);

    public static implicit operator Track(float points) => new(points, 0);
}
