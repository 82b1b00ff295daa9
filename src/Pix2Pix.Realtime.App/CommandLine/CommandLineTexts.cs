namespace Pix2Pix.Realtime.App.CommandLine;

/// <summary>What several commands say of their options.</summary>
internal static class CommandLineTexts
{
    public static string LoadLimit(int most, int found) => $"Expected --load-limit of 1..{most} seconds, found {found}.";
}
