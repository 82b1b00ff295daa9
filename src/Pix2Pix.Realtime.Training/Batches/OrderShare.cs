namespace Pix2Pix.Realtime.Training.Batches;

/// <summary>Which part of the order of pairs a process reads: the ranks take turns, a batch each, so that together they read what one process with all their pairs would.</summary>
/// <param name="Rank">Whose part this is, from 0.</param>
/// <param name="Ranks">How many share a step; may be others than before a run was resumed.</param>
/// <param name="FirstStep">The step that the part begins with.</param>
/// <param name="FirstDraw">How many pairs of the order were drawn before it.</param>
internal readonly record struct OrderShare(int Rank, int Ranks, long FirstStep, long FirstDraw)
{
    /// <summary>Of a process that trains alone, from the first step.</summary>
    public static OrderShare Whole { get; } = new(0, 1, 0, 0);
}
