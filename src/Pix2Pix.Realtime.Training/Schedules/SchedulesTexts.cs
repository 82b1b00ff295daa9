namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>Texts about the learning rates.</summary>
internal static class SchedulesTexts
{
    public static string RatesLowered(double? best, double factor) => FormattableString.Invariant($"The validation L1 no longer falls below {best:f4}; the learning rates are now {factor:g3} times the initial ones.");
}
