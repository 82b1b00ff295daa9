using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Sentences for the user: shown as toasts and written to the log. Any thread.</summary>
/// <param name="log">Stays its owner's.</param>
/// <param name="toasts">Where they are shown; stays its owner's.</param>
/// <param name="wake">Wakes the frame loop; any thread.</param>
internal sealed class Notices(EventLog log, Toasts toasts, Action wake)
{
    public void Tell(ToastKind kind, string sentence)
    {
        log.Write("notice", new { kind = $"{kind}", sentence });
        toasts.Add(sentence, kind);
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
