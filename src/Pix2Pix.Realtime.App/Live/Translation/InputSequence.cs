using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Numbers the inputs that generators are given, and knows whether there is one that none was given yet. Main thread.</summary>
internal sealed class InputSequence(EventLog log)
{
    /// <summary>No input has this version.</summary>
    private const long Unseen = -1;

    private long _version = Unseen;

    /// <summary>The newest input's number; 0 before the first.</summary>
    public long Newest { get; private set; }

    public bool IsNew(TranslatorInput input) => _version != input.Version;

    /// <summary>Whatever is there counts as new.</summary>
    public void Forget() => _version = Unseen;

    /// <summary>The stamp of the input as it is now, which is not new from here on.</summary>
    public FrameStamp Take(TranslatorInput input)
    {
        _version = input.Version;
        var stamp = new FrameStamp(++Newest, input.TakeInputTicks());
        if (log.IsOn)
        {
            log.Write("input", new { sequence = stamp.Sequence, version = _version });
        }

        return stamp;
    }
}
