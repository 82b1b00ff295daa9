using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Starts ffmpeg's programs.</summary>
internal static class FfmpegProcess
{
    /// <summary>How to get ffmpeg, without a full stop.</summary>
    public static string Hint { get; } = InstallHint.Of(debian: "ffmpeg", windows: SourcesTexts.InstallFfmpeg);

    /// <summary>Starts one of ffmpeg's programs and listens to what it complains of.</summary>
    /// <param name="program">A name on the path, or a file.</param>
    /// <param name="arguments">One an element, so that no shell ever reads them.</param>
    /// <param name="set">What is redirected besides its complaints.</param>
    /// <param name="complaints">Filled while it runs.</param>
    /// <exception cref="UserException">There is no such program.</exception>
    public static Process Start(string program, IEnumerable<string> arguments, Action<ProcessStartInfo> set, out FfmpegErrors complaints)
    {
        var start = new ProcessStartInfo(ProgramPath.Of(program), arguments) { RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8, UseShellExecute = false };
        set(start);
        var heard = complaints = new FfmpegErrors();
        var process = new Process { StartInfo = start };
        process.ErrorDataReceived += (_, line) => heard.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            // This is how .NET says that there is no such program.
            process.Dispose();
            throw new UserException(SourcesTexts.NoFfmpeg(program, Hint));
        }

        process.BeginErrorReadLine();
        return process;
    }
}
