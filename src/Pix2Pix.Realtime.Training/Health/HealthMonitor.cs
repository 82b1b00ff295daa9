using Pix2Pix.Realtime.Hosting;

namespace Pix2Pix.Realtime.Training.Health;

/// <summary>
/// Watches a run for the ways in which such runs go wrong and says so in words, once when it begins and once when it is over. It changes nothing
/// and is no part of the run's state. Thread contract: the training thread.
/// </summary>
/// <param name="say">Hears what is noticed.</param>
/// <param name="isCritic">Whether the discriminator scores without bounds, so that its losses don't tell whether it has won.</param>
internal sealed class HealthMonitor(Action<HealthNoticed> say, bool isCritic)
{
    /// <summary>The discriminator's losses are averaged over about this many steps.</summary>
    private const int Horizon = 100;

    /// <summary>Below this mean of both its losses the discriminator is sure of everything; when it can't tell they are about a quarter each.</summary>
    private const double Won = 0.03;

    /// <summary>Above this it is contested again.</summary>
    private const double Contested = 0.06;

    /// <summary>Deviation of all values of a picture on the -1..1 scale, below which a user sees one colour.</summary>
    private const double Flat = 0.02;

    /// <summary>Share of the inputs' difference that the outputs must show.</summary>
    private const double Deaf = 0.01;

    private readonly HashSet<string> _active = [];
    private double _discriminator;
    private long _steps;

    /// <summary>After every step.</summary>
    public void OnStep(long step, Losses losses)
    {
        if (isCritic)
        {
            return;
        }

        _steps++;
        var now = (losses.DiscriminatorReal + losses.DiscriminatorFake) / 2;
        _discriminator += (now - _discriminator) / Math.Min(_steps, Horizon);
        var isWon = _active.Contains(nameof(Won)) ? _discriminator < Contested : _discriminator < Won;
        Set(
            step, nameof(Won), isWon && _steps >= Horizon,
            HealthTexts.DiscriminatorWon(_discriminator, Horizon),
            HealthTexts.DiscriminatorRecovered);
    }

    /// <summary>Whenever the generator is shown.</summary>
    public void OnSample(long step, OutputLook look)
    {
        Set(
            step, nameof(Flat), look.Deviation < Flat,
            HealthTexts.FlatColour,
            HealthTexts.ColoursAgain);
        Set(
            step, nameof(Deaf), look.Deviation >= Flat && look.InputDifference > 0 && look.OutputDifference < Deaf * look.InputDifference,
            HealthTexts.SameImage,
            HealthTexts.RespondsAgain);
    }

    private void Set(long step, string condition, bool isActive, string begins, string ends)
    {
        if (isActive ? _active.Add(condition) : _active.Remove(condition))
        {
            say(new HealthNoticed(step, Good: !isActive, isActive ? begins : ends));
        }
    }
}
