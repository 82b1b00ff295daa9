using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>A change from one style to another over time. Main thread; nothing allocates once it exists.</summary>
internal sealed class StyleFade
{
    private readonly float[] _from = new float[StyleDefinition.MostValues];
    private readonly float[] _to = new float[StyleDefinition.MostValues];
    private double _start;
    private double _seconds;

    public bool IsRunning { get; private set; }

    /// <param name="now">In seconds.</param>
    /// <param name="seconds">How long it takes; more than 0.</param>
    public void Begin(ReadOnlySpan<float> from, ReadOnlySpan<float> to, double now, double seconds)
    {
        from.CopyTo(_from);
        to.CopyTo(_to);
        (_start, _seconds, IsRunning) = (now, seconds, true);
    }

    public void End() => IsRunning = false;

    /// <summary>The style at a time; the fade ends with its last one.</summary>
    /// <param name="now">In seconds.</param>
    /// <param name="style">Overwritten.</param>
    public void At(double now, Span<float> style)
    {
        var share = (float)Math.Clamp((now - _start) / _seconds, 0, 1);
        IsRunning = share < 1;
        for (var i = 0; i < style.Length; i++)
        {
            style[i] = IsRunning ? _from[i] + (share * (_to[i] - _from[i])) : _to[i];
        }
    }
}
