namespace Pix2Pix.Realtime.Painting;

/// <summary>Columns and rows in which everything that is painted is repeated, to the right and below.</summary>
/// <param name="Columns">At least 1.</param>
/// <param name="Rows">At least 1.</param>
/// <param name="StepX">Pixels from one column to the next.</param>
/// <param name="StepY">Pixels from one row to the next.</param>
public readonly record struct PaintRepeat(int Columns, int Rows, int StepX, int StepY)
{
    /// <summary>No repetition: one column and one row.</summary>
    public static PaintRepeat None => new(1, 1, 0, 0);

    /// <summary>Whether nothing is repeated.</summary>
    public bool IsNone => Columns <= 1 && Rows <= 1;
}
