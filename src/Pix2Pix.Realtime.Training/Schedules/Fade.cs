namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>A strength that falls linearly from its start at step 0 to 0 at <paramref name="UntilStep"/>, and stays there.</summary>
/// <param name="Start">The strength at step 0.</param>
/// <param name="UntilStep">Where it has ended; 0 = off from the start.</param>
internal readonly record struct Fade(double Start, long UntilStep)
{
    /// <summary>The strength in force at a step: <see cref="Start"/>..0.</summary>
    public double At(long step) => step >= UntilStep ? 0 : Start * (UntilStep - step) / UntilStep;
}
