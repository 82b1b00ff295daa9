using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>Says each trouble of a source once, however often it is tried again. Main thread.</summary>
internal sealed class StatusNotices(LiveContext live)
{
    private string _told = "";

    /// <summary>Another source begins.</summary>
    public void Reset() => _told = "";

    public void Tell(SourceStatus status)
    {
        if (live.Log.IsOn)
        {
            live.Log.Write("source", new { state = $"{status.State}", words = status.Words });
        }

        if (status.State == SourceState.Playing)
        {
            _told = "";
        }
        else if (status.IsTrouble && _told != status.Words)
        {
            _told = status.Words;
            live.Notices.Tell(status.IsOver ? ToastKind.Fault : ToastKind.Warning, $"{char.ToUpperInvariant(status.Words[0])}{status.Words[1..]}");
        }
    }
}
