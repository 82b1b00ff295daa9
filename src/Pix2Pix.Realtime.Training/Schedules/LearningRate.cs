using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>How the learning rates fall over a run: a factor of 1..0, a pure function of how much of the run is done.</summary>
/// <param name="Policy">The kind of fall.</param>
/// <param name="Epochs">The length of the run, in epochs as the settings say; a run of stated steps stretches them.</param>
/// <param name="DecayFrom">Where a linear fall begins, and the length of a step of a step policy, in the same epochs.</param>
internal readonly record struct LearningRate(LearningRatePolicy Policy, int Epochs, int DecayFrom)
{
    /// <summary>The factor of a step policy, as in pix2pix's own code.</summary>
    private const double StepFactor = 0.1;

    /// <param name="done">The share of the run that is done, 0..1.</param>
    public double FactorAt(double done)
    {
        var epoch = done * Epochs;
        return Policy switch
        {
            LearningRatePolicy.Linear when epoch > DecayFrom => Math.Max(0, (Epochs - epoch) / Math.Max(1e-9, Epochs - DecayFrom)),
            LearningRatePolicy.Step => Math.Pow(StepFactor, Math.Floor(epoch / Math.Max(1, DecayFrom))),
            LearningRatePolicy.Cosine => 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done))),
            _ => 1,
        };
    }
}
