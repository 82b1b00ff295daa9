namespace Pix2Pix.Realtime.Training.Health;

/// <summary>Texts about the health of a run.</summary>
internal static class HealthTexts
{
    public static string DiscriminatorWon(double loss, int steps) => FormattableString.Invariant($"The discriminator has won: its loss has been {loss:0.000} over the last {steps} steps, so the generator gets no useful gradient; lower optimizer.discriminator_lr or discriminator.width, or raise stability.input_noise.");
    public const string DiscriminatorRecovered = "The discriminator's loss has recovered.";
    public const string FlatColour = "The generator outputs one flat colour for every input; lower optimizer.generator_lr and start again, or check that the targets differ.";
    public const string ColoursAgain = "The generator outputs more than one colour again.";
    public const string SameImage = "The generator outputs the same image for different inputs; check data.direction and that the inputs differ, or raise loss.l1_weight.";
    public const string RespondsAgain = "The generator responds to its input again.";
}
