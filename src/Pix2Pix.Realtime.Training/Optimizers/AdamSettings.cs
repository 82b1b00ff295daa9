namespace Pix2Pix.Realtime.Training.Optimizers;

/// <summary>The constants of Adam over a run.</summary>
/// <param name="Beta1">Decay of the mean gradient.</param>
/// <param name="Beta2">Decay of the mean squared gradient.</param>
/// <param name="Epsilon">The small number under the fraction.</param>
/// <param name="WeightDecay">L2 pull to 0, added to the gradient.</param>
internal readonly record struct AdamSettings(double Beta1, double Beta2, double Epsilon, double WeightDecay);
