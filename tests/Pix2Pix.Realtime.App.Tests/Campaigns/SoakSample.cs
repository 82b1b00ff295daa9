using System.Diagnostics;
using System.Globalization;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>What a program takes at one moment.</summary>
/// <param name="Seconds">Since the soak began.</param>
/// <param name="Swaps">Generators taken into use so far.</param>
/// <param name="ResidentMegabytes">All of its memory, files included.</param>
/// <param name="AnonymousMegabytes">Without files: what it allocated.</param>
/// <param name="ManagedMegabytes">What .NET's heap held when the last picture was shown, garbage included.</param>
/// <param name="Handles">Open files, pipes and sockets.</param>
/// <param name="Threads">Of every kind.</param>
/// <param name="Objects">OpenGL objects.</param>
/// <param name="LongestMilliseconds">The longest pass of the frame loop since the sample before.</param>
internal sealed record SoakSample(
    double Seconds, int Swaps, double ResidentMegabytes, double AnonymousMegabytes, double ManagedMegabytes, int Handles, int Threads, int Objects, double LongestMilliseconds)
{
    public const string Heading = "seconds,swaps,resident_mb,anonymous_mb,managed_mb,handles,threads,gl_objects,longest_ms";

    public static SoakSample Of(Process program, double seconds, SoakLog log)
    {
        var memory = File.ReadLines($"/proc/{program.Id}/smaps_rollup").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words[^1] == "kB").ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture) / 1024);
        return new SoakSample(
            seconds, log.Swaps, memory["Rss:"], memory["Anonymous:"], log.ManagedMegabytes, Directory.GetFiles($"/proc/{program.Id}/fd").Length,
            Directory.GetDirectories($"/proc/{program.Id}/task").Length, log.Objects, log.TakeLongest());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Seconds:0},{Swaps},{ResidentMegabytes:0.0},{AnonymousMegabytes:0.0},{ManagedMegabytes:0.0},{Handles},{Threads},{Objects},{LongestMilliseconds:0}");
}
