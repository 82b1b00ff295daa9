using Pix2Pix.Realtime.Training.Schedules;

namespace Pix2Pix.Realtime.Training.Steps;

/// <summary>Every value in force at one step.</summary>
/// <param name="Random">The step's random numbers.</param>
/// <param name="GeneratorRate">The generator's learning rate.</param>
/// <param name="DiscriminatorRate">The discriminator's learning rate.</param>
/// <param name="RealTarget">The discriminator's target for real pairs.</param>
/// <param name="FakeTarget">Its target for translated pairs.</param>
/// <param name="Switched">Whether the two were exchanged.</param>
/// <param name="SwitchProbability">How likely that was.</param>
/// <param name="NoiseSigma">Deviation of the noise on what the discriminator sees, in the range -1..1; 0 = none.</param>
internal readonly record struct StepPlan(
    StepRandom Random, double GeneratorRate, double DiscriminatorRate, double RealTarget, double FakeTarget, bool Switched, double SwitchProbability, double NoiseSigma);
