using Pix2Pix.Realtime.Files;
using System.ComponentModel;
using System.Diagnostics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>Puts pictures on the system's clipboard: on Windows itself, elsewhere through the program that the system has for it. Any thread.</summary>
internal static class PictureClipboard
{
    /// <summary>A clipboard program that takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="UserException">The system has no way, or it failed.</exception>
    public static async Task CopyAsync(PixelImage picture)
    {
        var png = ImageFile.EncodePng(picture);
        if (OperatingSystem.IsWindows())
        {
            Win32Clipboard.SetPicture(picture, png);
        }
        else if (Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 })
        {
            await PipeAsync(png, "wl-copy", "wl-clipboard", "--type", "image/png");
        }
        else
        {
            await PipeAsync(png, "xclip", "xclip", "-selection", "clipboard", "-target", "image/png");
        }
    }

    private static async Task PipeAsync(byte[] png, string program, string package, params string[] arguments)
    {
        // No output is redirected: the program stays behind to serve the clipboard and would hold a pipe open.
        var start = new ProcessStartInfo(ProgramPath.Of(program), arguments) { RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.BaseStream.WriteAsync(png);
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode != 0)
            {
                throw new UserException(ViewsTexts.ClipboardRejected(program, process.ExitCode));
            }
        }
        catch (Win32Exception)
        {
            throw new UserException(ViewsTexts.NoClipboard(program, package));
        }
        catch (OperationCanceledException)
        {
            throw new UserException(ViewsTexts.ClipboardTimedOut(program, Patience.TotalSeconds));
        }
    }
}
