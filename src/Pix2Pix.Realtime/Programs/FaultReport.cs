using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Programs;

/// <summary>
/// A file on this machine about a fault that is a bug: version, system, verb and stack, so that who meets it can pass it on. It holds nothing of any file, and
/// nothing is sent anywhere. Any thread.
/// </summary>
internal static class FaultReport
{
    /// <summary>Reports that stay; the oldest go.</summary>
    private const int Most = 20;

    /// <param name="fault">What was thrown.</param>
    /// <param name="time">Names the file.</param>
    /// <returns>The report's file; null where none can be written.</returns>
    public static string? TryWrite(Exception fault, DateTimeOffset time)
    {
        try
        {
            var folder = Directory.CreateDirectory(UserFolders.Data("faults"));
            foreach (var old in folder.GetFiles("fault-*.txt").OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(Most - 1))
            {
                Removal.Try(old.FullName);
            }

            var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"fault-{time.UtcDateTime:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
            AtomicFile.WriteText(path, Text(fault));
            return path;
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Text(Exception fault)
    {
        var version = typeof(FaultReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return $"""
            pix2pix {version}
            {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}
            verb: {Environment.GetCommandLineArgs().ElementAtOrDefault(1)}

            {fault}

            """;
    }
}
