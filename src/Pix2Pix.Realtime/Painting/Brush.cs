namespace Pix2Pix.Realtime.Painting;

/// <summary>The outline of a brush.</summary>
public enum BrushShape
{
    /// <summary>A disc.</summary>
    Round,

    /// <summary>A square, its sides along the pixels.</summary>
    Square,
}

/// <summary>A hard-edged brush: a disc or a square of whole pixels, the same when flipped or turned. Immutable.</summary>
public sealed class Brush
{
    /// <summary>The smallest brush: one pixel.</summary>
    public const int MinSize = 1;

    /// <summary>As large as a person can set it on the largest canvas.</summary>
    public const int MaxSize = 2048;

    /// <summary>For each row of the brush: how many pixels stay free at either end.</summary>
    private readonly int[] _insets;

    /// <param name="shape">Disc or square.</param>
    /// <param name="size">Diameter or side in pixels, <see cref="MinSize"/>..<see cref="MaxSize"/>.</param>
    public Brush(BrushShape shape, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, MinSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxSize);
        Shape = shape;
        Size = size;
        _insets = new int[size];
        if (shape == BrushShape.Round)
        {
            for (var row = 0; row < size; row++)
            {
                _insets[row] = RoundInset(size, row);
            }
        }
    }

    /// <summary>Disc or square.</summary>
    public BrushShape Shape { get; }

    /// <summary>Diameter or side, in pixels.</summary>
    public int Size { get; }

    /// <summary>The first and last pixel of brush row <paramref name="row"/> (0..Size-1), both included, counted from the brush's left edge.</summary>
    public (int First, int Last) Row(int row) => (_insets[row], Size - 1 - _insets[row]);

    /// <summary>The brush's top left pixel when it is held at <paramref name="at"/>.</summary>
    public PixelPoint TopLeft(PixelPoint at) => at.Offset(-(Size / 2), -(Size / 2));

    /// <summary>A pixel belongs to the disc when its centre does.</summary>
    private static int RoundInset(int size, int row)
    {
        var radius = size / 2.0;
        var dy = row + 0.5 - radius;
        var half = Math.Sqrt((radius * radius) - (dy * dy));
        return Math.Clamp((int)Math.Ceiling(radius - half - 0.5), 0, (size - 1) / 2);
    }
}
