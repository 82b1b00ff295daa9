namespace Pix2Pix.Realtime.Painting;

/// <summary>The current painting settings: class, brush and drawing aids. Thread contract: the canvas's thread.</summary>
/// <param name="unit">Pixels for one of the units that a person sets sizes in: the canvas's <see cref="LabelCanvas.Unit"/>.</param>
public sealed class PaintSettings(double unit = 1)
{
    /// <summary>The largest brush that a person can set, in units.</summary>
    public const int MostSize = 64;

    /// <summary>Pixels for one unit, at least 1.</summary>
    public double Unit { get; } = unit;

    /// <summary>The class that tools paint.</summary>
    public byte ClassId { get; set; }

    /// <summary>The brush in pixels.</summary>
    public Brush Brush { get; private set; } = new(BrushShape.Round, (int)Math.Round(12 * unit));

    /// <summary>The brush's diameter or side in units, 1..<see cref="MostSize"/>.</summary>
    public int Size => Math.Clamp((int)Math.Round(Brush.Size / Unit), 1, MostSize);

    /// <summary>Whether everything is also painted mirrored at the canvas's vertical middle line.</summary>
    public bool Mirror { get; set; }

    /// <summary>Points snap to multiples of this many pixels; 1 = no grid. At least 1.</summary>
    public int Grid { get; set; } = 1;

    /// <summary>How what is painted repeats over a bay, in pixels.</summary>
    public PaintRepeat Repeat { get; set; } = PaintRepeat.None;

    /// <summary>So many units in whole pixels.</summary>
    public int Pixels(int units) => (int)Math.Round(units * Unit);

    /// <summary>Chooses a brush of so many units; the size is brought into 1..<see cref="MostSize"/>.</summary>
    public void SetSize(BrushShape shape, int units) => SetBrush(shape, Pixels(Math.Clamp(units, 1, MostSize)));

    /// <summary>Chooses a brush of so many pixels; the size is brought into <see cref="Brush.MinSize"/> to <see cref="MostSize"/> units.</summary>
    public void SetBrush(BrushShape shape, int size)
    {
        size = Math.Clamp(size, Brush.MinSize, Pixels(MostSize));
        if (shape != Brush.Shape || size != Brush.Size)
        {
            Brush = new Brush(shape, size);
        }
    }

    /// <summary>Where the grid takes a point.</summary>
    public PixelPoint Snap(PixelPoint at) => Grid <= 1 ? at : new(SnapToGrid(at.X), SnapToGrid(at.Y));

    private int SnapToGrid(int value) => (int)Math.Round(value / (double)Grid, MidpointRounding.AwayFromZero) * Grid;
}
