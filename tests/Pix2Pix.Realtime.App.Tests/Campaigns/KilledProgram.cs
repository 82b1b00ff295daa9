using System.Diagnostics;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>Ends programs as a power failure does: at any moment, or while something is being written.</summary>
internal static class KilledProgram
{
    /// <summary>From the program's start to well into its work.</summary>
    private const double LongestSeconds = 3;

    /// <returns>Whether it was killed; false = it had ended before.</returns>
    public static async Task<bool> KillAsync(Process process, string place, Random random)
    {
        var clock = Stopwatch.StartNew();
        var moment = TimeSpan.FromSeconds(0.2 + (random.NextDouble() * LongestSeconds));
        var waitsForWriting = random.Next(2) == 0;
        while (!process.HasExited && (clock.Elapsed < moment || (waitsForWriting && clock.Elapsed < 2 * moment && !IsWriting(place))))
        {
            await Task.Delay(5);
        }

        var isKilled = !process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return isKilled;
    }

    private static bool IsWriting(string place)
    {
        try
        {
            return Directory.Exists(place) && Directory.EnumerateFiles(place, $"*{AtomicFile.TemporaryEnding}", SearchOption.AllDirectories).Any();
        }
        catch (DirectoryNotFoundException)
        {
            // A folder went away while it was listed.
            return false;
        }
    }
}
