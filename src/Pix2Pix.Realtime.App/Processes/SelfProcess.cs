using Pix2Pix.Realtime.Files;
using System.Diagnostics;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>This program, to start it as a process of its own.</summary>
internal static class SelfProcess
{
    /// <summary>How to start it with some arguments.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        // Started by the launcher this process is dotnet with the program as its argument, and in tests it is another program altogether.
        var (file, process) = (typeof(SelfProcess).Assembly.Location, Environment.ProcessPath);
        return process is not null && (file.Length == 0 || Path.GetFileNameWithoutExtension(process) == Path.GetFileNameWithoutExtension(file))
            ? new ProcessStartInfo(process, arguments)
            : new ProcessStartInfo(ProgramPath.Of("dotnet"), [file, .. arguments]);
    }
}
