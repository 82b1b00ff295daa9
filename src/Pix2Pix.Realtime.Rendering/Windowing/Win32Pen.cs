namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Turns the pointer messages of a pen into pointer events: Windows would make mouse messages of them, which have no pressure. Other pointers stay the system's. The window's thread.
/// </summary>
internal sealed class Win32Pen
{
    private const uint Pen = 3;
    private const uint Inverted = 0x2;
    private const uint Eraser = 0x4;
    private const uint HasPressure = 0x1;
    private const float MostPressure = 1024;

    private PenState _state;
    private bool _isDown;
    private bool _isNear;

    /// <summary>What a message means.</summary>
    /// <param name="message">One of the pointer messages.</param>
    /// <param name="info">What the system reports with it; null = nothing, or no pen.</param>
    /// <returns>The event and how the pen is held; null = the message stays the system's.</returns>
    public (InputKind Kind, PenState State)? Take(Win32Event message, Win32PenInfo? info)
    {
        if (message is Win32Event.PointerGone or Win32Event.PointerCaptureChanged)
        {
            return Leave();
        }

        if (info is not { PointerType: Pen } pen)
        {
            return null;
        }

        var pressure = (pen.PenMask & HasPressure) != 0 ? pen.Pressure / MostPressure : message == Win32Event.PointerUp ? 0 : 1;
        _isNear = true;
        _state = new PenState(Math.Clamp(pressure, 0, 1), (pen.PenFlags & (Inverted | Eraser)) != 0);
        switch (message)
        {
            case Win32Event.PointerDown:
                _isDown = true;
                return (InputKind.PointerDown, _state);
            case Win32Event.PointerUp:
                _isDown = false;
                return (InputKind.PointerUp, _state);
            default:
                return (InputKind.PointerMove, _state);
        }
    }

    /// <summary>A pen that leaves in mid-stroke ends it.</summary>
    private (InputKind Kind, PenState State)? Leave()
    {
        var (wasDown, wasNear) = (_isDown, _isNear);
        (_isDown, _isNear) = (false, false);
        return wasDown ? (InputKind.PointerUp, _state with { Pressure = 0 }) : wasNear ? (InputKind.PointerLeave, _state) : null;
    }
}
