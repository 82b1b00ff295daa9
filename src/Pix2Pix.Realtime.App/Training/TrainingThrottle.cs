namespace Pix2Pix.Realtime.App.Training;

/// <summary>Training steps back while someone paints, and has everything again a moment after. UI thread.</summary>
internal sealed class TrainingThrottle(TrainingSession session)
{
    /// <summary>The share of the processor that training keeps while someone paints.</summary>
    private const double WhilePainting = 0.35;

    /// <summary>Seconds without a stroke until training has everything again.</summary>
    private const double Calm = 2;

    private double _lastPaint = double.NegativeInfinity;
    private double _share = 1;

    /// <summary>Once a frame.</summary>
    /// <param name="seconds">The pump's clock.</param>
    /// <param name="isPainting">Whether a stroke is under way.</param>
    /// <returns>When it wants to be called again, in the pump's seconds; infinity = whenever.</returns>
    public double Update(double seconds, bool isPainting)
    {
        if (session.Phase != SessionPhase.Training)
        {
            _share = 1;
            return double.PositiveInfinity;
        }

        _lastPaint = isPainting ? seconds : _lastPaint;
        var isCalm = seconds >= _lastPaint + Calm;
        var share = isCalm ? 1 : WhilePainting;
        if (share != _share)
        {
            _share = share;
            session.Throttle(share);
        }

        return isCalm ? double.PositiveInfinity : _lastPaint + Calm;
    }
}
