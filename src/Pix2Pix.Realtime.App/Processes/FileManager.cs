using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Processes;

/// <summary>Shows a file or a folder in the system's file manager. Any thread.</summary>
internal static class FileManager
{
    /// <param name="path">A file, whose folder is shown, or a folder.</param>
    /// <exception cref="UserException">The system has no way.</exception>
    public static void Show(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var program = OperatingSystem.IsWindows() ? "explorer.exe" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(ProgramPath.Of(program), [folder]));
        }
        catch (Win32Exception)
        {
            throw new UserException(ProcessesTexts.NoFileManager(program, folder));
        }
    }
}
