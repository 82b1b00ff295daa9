using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.Rendering.Gui.Files;

/// <summary>A file browser as part of a panel that keeps it while it is open.</summary>
internal static class FileBrowsers
{
    /// <summary>Shows the browser while there is one, and forgets it once the user has answered; declare it after everything else.</summary>
    /// <returns>What was chosen, an absolute path; null = there is none yet, or the user gave up.</returns>
    public static string? Answered(this Ui ui, ref FileBrowser? browser)
    {
        if (browser?.Show(ui) is not (Answer.Yes or Answer.No))
        {
            return null;
        }

        ui.EndDialog();
        var chosen = browser.Chosen;
        browser = null;
        return chosen;
    }
}
