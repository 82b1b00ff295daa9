namespace Pix2Pix.Realtime.App.CommandLine;

/// <summary>The option <c>--load-limit</c> of the commands that load a generator.</summary>
internal static class LoadLimit
{
    private const int MostSeconds = 24 * 60 * 60;

    /// <summary>What is wrong with the seconds; null = nothing.</summary>
    public static string? WhyNot(int seconds) => seconds is >= 1 and <= MostSeconds ? null : CommandLineTexts.LoadLimit(MostSeconds, seconds);
}
