using System.Diagnostics;
using System.Text;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>One piece of input; <see cref="Kind"/> says which members count.</summary>
internal readonly record struct InputEvent
{
    public required InputKind Kind { get; init; }

    /// <summary>When the system delivered it, in <see cref="Stopwatch.GetTimestamp"/> ticks: where paint-to-photon latency starts.</summary>
    public long Ticks { get; init; }

    /// <summary>Framebuffer pixels from the left.</summary>
    public double X { get; init; }

    /// <summary>Framebuffer pixels from the top.</summary>
    public double Y { get; init; }

    public double WheelX { get; init; }

    public double WheelY { get; init; }

    public PointerButton Button { get; init; }

    /// <summary>By the layout's letter.</summary>
    public Key Key { get; init; }

    /// <summary>The same key by its place on the US keyboard, for what lies under the fingers, such as walking.</summary>
    public Key Place { get; init; }

    /// <summary>The pen that a pointer event comes from; null = a mouse, or the system does not say.</summary>
    public PenState? Pen { get; init; }

    public KeyModifiers Modifiers { get; init; }

    /// <summary>Whether the system made it because the key is held.</summary>
    public bool IsRepeat { get; init; }

    public Rune Character { get; init; }

    public string? Path { get; init; }

    /// <summary>Whether Control is held, or Command on a Mac: the key of shortcuts.</summary>
    public bool IsCommand => (Modifiers & (KeyModifiers.Control | KeyModifiers.Super)) != 0;

    public bool IsShift => (Modifiers & KeyModifiers.Shift) != 0;
}
