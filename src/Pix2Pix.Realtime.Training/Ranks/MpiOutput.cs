using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pix2Pix.Realtime.Training.Ranks;

/// <summary>What <c>mpirun</c> and its ranks say on the way to the end, and what is understood of it. One thread.</summary>
internal sealed partial class MpiOutput
{
    /// <summary>What this program's errors begin with.</summary>
    private const string Fault = "pix2pix: ";

    /// <summary>Exit codes above are signals: a rank was killed.</summary>
    private const int HighestOwnCode = 127;

    private string? _lost;
    private string? _fault;

    /// <summary>Whether a rank said itself what went wrong.</summary>
    public bool HasSaidFault => _fault is not null && _lost is null;

    /// <summary>Prints the errors of <c>mpirun</c> and of all ranks, until all have ended.</summary>
    /// <returns>Null, or one sentence: why they did not end well.</returns>
    public string? HandOn(Process launcher)
    {
        while (launcher.StandardError.ReadLine() is { } line)
        {
            Console.Error.WriteLine(line);
            _lost ??= Lost().Match(line) is { Success: true } found ? RanksTexts.RankOn(found.Groups["rank"].Value, found.Groups["host"].Value) : null;
            _fault = line.StartsWith(Fault, StringComparison.Ordinal) ? line[Fault.Length..].TrimEnd() : _fault;
        }

        launcher.WaitForExit();
        return launcher.ExitCode == 0 ? null
            : launcher.ExitCode > HighestOwnCode ? RanksTexts.RankKilled(_lost ?? RanksTexts.SomeRank)
            : _fault ?? RanksTexts.RanksFailed(launcher.ExitCode);
    }

    /// <summary>E.g. "mpirun noticed that process rank 1 with PID 4711 on node node-b exited on signal 9 (Killed)."</summary>
    [GeneratedRegex(@"process rank (?<rank>\d+) with PID \d+ on node (?<host>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Lost();
}
