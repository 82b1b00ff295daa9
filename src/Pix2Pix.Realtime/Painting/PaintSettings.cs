namespace Pix2Pix.Realtime.Painting;

/// <summary>The current painting settings: class, brush and drawing aids. Thread contract: the canvas's thread.</summary>
public sealed class PaintSettings
{
    /// <summary>The class that tools paint.</summary>
    public byte ClassId { get; set; }

    public Brush Brush { get; private set; } = new(BrushShape.Round, 12);

    /// <summary>Whether everything is also painted mirrored at the canvas's vertical middle line.</summary>
    public bool Mirror { get; set; }

    /// <summary>Points snap to multiples of this many pixels; 1 = no grid. At least 1.</summary>
    public int Grid { get; set; } = 1;

    /// <summary>How what is painted repeats over a bay.</summary>
    public PaintRepeat Repeat { get; set; } = PaintRepeat.None;

    /// <summary>Chooses a brush; the size is brought into <see cref="Brush.MinSize"/>..<see cref="Brush.MaxSize"/>.</summary>
    public void SetBrush(BrushShape shape, int size)
    {
        size = Math.Clamp(size, Brush.MinSize, Brush.MaxSize);
        if (shape != Brush.Shape || size != Brush.Size)
        {
            Brush = new Brush(shape, size);
        }
    }

    /// <summary>Where the grid takes a point.</summary>
    public PixelPoint Snap(PixelPoint at) => Grid <= 1 ? at : new(SnapToGrid(at.X), SnapToGrid(at.Y));

    private int SnapToGrid(int value) => (int)Math.Round(value / (double)Grid, MidpointRounding.AwayFromZero) * Grid;
}
