using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>The discriminator's targets at a step: one-sided label smoothing and label switching. Pure functions of the step.</summary>
/// <param name="Smoothing">The target of the real side is drawn from here; <c>[1, 1]</c> = no smoothing.</param>
/// <param name="Switching">The probability that real and fake are switched.</param>
/// <param name="SwitchEvery">Switch at every k-th step until <see cref="Switching"/> ends, instead of by chance; 0 = by chance.</param>
internal readonly record struct DiscriminatorTargets(Interval Smoothing, Fade Switching, int SwitchEvery)
{
    /// <summary>The targets in force: 1 (smoothed) for real and 0 for fake, or the two exchanged.</summary>
    public (double Real, double Fake, bool Switched) At(StepRandom random)
    {
        if (IsSwitched(random))
        {
            // A switched step doesn't smooth: the wrong answer is given plainly.
            return (0, 1, true);
        }

        var real = Smoothing.Low + ((Smoothing.High - Smoothing.Low) * random.Uniform(RandomPurpose.Smoothing));
        return (real, 0, false);
    }

    /// <summary>How likely a switch is at a step; where every k-th step switches, one in k.</summary>
    public double SwitchProbabilityAt(long step)
    {
        if (SwitchEvery > 0)
        {
            return step < Switching.UntilStep ? 1.0 / SwitchEvery : 0;
        }

        return Switching.At(step);
    }

    private bool IsSwitched(StepRandom random)
    {
        if (SwitchEvery > 0)
        {
            return random.Step < Switching.UntilStep && (random.Step + 1) % SwitchEvery == 0;
        }

        return random.Uniform(RandomPurpose.Switching) < SwitchProbabilityAt(random.Step);
    }
}
