using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Pack;

/// <summary>Publishes a project of this program by the .NET SDK.</summary>
internal static partial class Publication
{
    /// <param name="project">The project's folder.</param>
    /// <param name="system">The runtime identifier to publish for.</param>
    /// <param name="options">More of the SDK's options.</param>
    /// <returns>Null, or what the SDK says is wrong.</returns>
    /// <exception cref="UserException">There is no SDK.</exception>
    public static string? Run(string project, string system, params IEnumerable<string> options)
    {
        // The ordinary build has looked at the code already.
        string[] arguments = ["publish", project, "-c", "Release", "-r", system, "-v", "q", "--nologo", "-p:RunAnalyzers=false", .. options];
        var start = new ProcessStartInfo(ProgramPath.Of("dotnet"), arguments) { RedirectStandardOutput = true };
        try
        {
            using var publish = Process.Start(start)!;
            var words = publish.StandardOutput.ReadToEnd().Trim().Split('\n');
            publish.WaitForExit();
            return publish.ExitCode == 0 ? null : Place().Replace(words.FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? words[0], "");
        }
        catch (Win32Exception fault)
        {
            throw new UserException(PackTexts.NoSdk, fault);
        }
    }

    /// <summary>The file and line before MSBuild's words, and the project behind them.</summary>
    [GeneratedRegex(@"^.*?: error( \w+)? ?: | \[[^\]]*\]$")]
    private static partial Regex Place();
}
