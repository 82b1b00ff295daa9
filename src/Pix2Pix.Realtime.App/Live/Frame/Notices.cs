using Pix2Pix.Realtime.App.Processes;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Sentences for the person: shown as toasts, written to the log and, where there is no window, to the standard error. Any thread.</summary>
/// <param name="log">Stays its owner's.</param>
/// <param name="toasts">Where they are shown; stays its owner's.</param>
/// <param name="wake">Wakes the frame loop; any thread.</param>
/// <param name="isHeadless">Whether nobody sees toasts.</param>
internal sealed class Notices(EventLog log, Toasts toasts, Action wake, bool isHeadless)
{
    private volatile bool _hasFault;

    /// <summary>Whether a fault was told: a headless run that told one has failed.</summary>
    public bool HasFault => _hasFault;

    /// <summary>Says that a file was written, and offers to show it in its folder.</summary>
    public void TellSaved(string sentence, string path, ToastKind kind = ToastKind.Done) =>
        Tell(kind, sentence, (FrameTexts.ShowInFolder, () => Try(() =>
        {
            FileManager.Show(path);
            log.Write("shown", new { path });
        })));

    public void Tell(ToastKind kind, string sentence, (string Words, Action Act)? offer = null)
    {
        _hasFault |= kind == ToastKind.Fault;
        if (isHeadless)
        {
            Console.Error.WriteLine($"pix2pix: {sentence}");
        }

        log.Write("notice", new { kind = $"{kind}", sentence });
        toasts.Add(sentence, kind, offer);
        wake();
    }

    /// <summary>Runs something that may fail for a reason that the user can fix; then the reason is shown and the program continues.</summary>
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            Tell(ToastKind.Fault, fault.Message);
        }
    }
}
