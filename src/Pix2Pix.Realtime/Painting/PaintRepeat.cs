namespace Pix2Pix.Realtime.Painting;

/// <summary>Rows and columns in which everything painted appears again: to the right of and below where the hand paints.</summary>
/// <param name="Columns">At least 1.</param>
/// <param name="Rows">At least 1.</param>
/// <param name="StepX">Pixels from one column to the next.</param>
/// <param name="StepY">Pixels from one row to the next.</param>
public readonly record struct PaintRepeat(int Columns, int Rows, int StepX, int StepY)
{
    public static PaintRepeat None => new(1, 1, 0, 0);

    public bool IsNone => Columns <= 1 && Rows <= 1;
}
