using Pix2Pix.Realtime.App.Live.Frame;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// Lets the next picture wait for a translation that is about to arrive: drawing paint alone just before it would delay the translation by a whole
/// picture. A generator that is quick is waited for, a slow one is not. Main thread.
/// </summary>
internal sealed class PresentDelay(LiveContext live)
{
    /// <summary>Seconds: a generator at least this quick is waited for.</summary>
    private const double QuickTurnaround = 0.02;

    private double _submittedAt;
    private double _turnaround;

    /// <summary>An input was handed over.</summary>
    public void Begin()
    {
        _submittedAt = live.Pump.Seconds;
        if (_turnaround is > 0 and <= QuickTurnaround)
        {
            live.Frames.HoldUntil(_submittedAt + QuickTurnaround);
        }
    }

    /// <summary>Its translation is there.</summary>
    public void End()
    {
        _turnaround = live.Pump.Seconds - _submittedAt;
        live.Frames.HoldUntil(0);
    }
}
