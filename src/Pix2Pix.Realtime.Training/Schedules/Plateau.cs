namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>The state of a plateau policy; part of the run's state, so that a resumed run behaves like an undisturbed one. Immutable.</summary>
/// <param name="Factor">What is left of the learning rates: 1 and falling.</param>
/// <param name="Best">The lowest L1 that counted as better, on the 0..1 scale; null before the first validation.</param>
/// <param name="Waited">Validations since then, or since the rates last fell.</param>
internal sealed record Plateau(double Factor, double? Best, int Waited)
{
    /// <summary>Better by less than this share is no improvement, as pix2pix's own code has it.</summary>
    private const double Threshold = 0.01;

    public static Plateau Start { get; } = new(1, null, 0);

    /// <summary>The notice when the learning rates fell.</summary>
    public string Words => SchedulesTexts.RatesLowered(Best, Factor);

    /// <param name="l1">What a validation measured.</param>
    /// <param name="fall">What the rates are multiplied with, 0..1.</param>
    /// <param name="patience">How many validations without improvement make them fall, at least 1.</param>
    public Plateau After(double l1, double fall, int patience)
    {
        if (Best is not { } best || l1 < best * (1 - Threshold))
        {
            return this with { Best = l1, Waited = 0 };
        }

        return Waited + 1 < patience ? this with { Waited = Waited + 1 } : this with { Factor = Factor * fall, Waited = 0 };
    }
}
