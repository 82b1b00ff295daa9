namespace Pix2Pix.Realtime.Training.Health;

/// <summary>How a few translations look, on the -1..1 scale.</summary>
/// <param name="Deviation">The largest deviation of the values of one picture.</param>
/// <param name="InputDifference">Mean absolute difference of one input to the next.</param>
/// <param name="OutputDifference">The same of their translations.</param>
internal readonly record struct OutputLook(double Deviation, double InputDifference, double OutputDifference);
