namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The kind of an <see cref="InputEvent"/>, which decides the members that are valid.</summary>
internal enum InputKind
{
    /// <summary>X, Y, Pen, Modifiers.</summary>
    PointerMove,

    /// <summary>X, Y, Button, Pen, Modifiers.</summary>
    PointerDown,

    /// <summary>X, Y, Button, Pen, Modifiers.</summary>
    PointerUp,

    /// <summary>The pointer left the window.</summary>
    PointerLeave,

    /// <summary>X, Y = the pointer; WheelX, WheelY = notches, up and left are positive; Modifiers.</summary>
    Wheel,

    /// <summary>Key, Place, Modifiers, IsRepeat.</summary>
    KeyDown,

    /// <summary>Key, Place, Modifiers.</summary>
    KeyUp,

    /// <summary>Character: what was typed, after the keyboard layout and dead keys.</summary>
    Text,

    /// <summary>Path: one dropped file or folder; several dropped together arrive as several events. X, Y = the pointer.</summary>
    FileDrop,

    FocusGained,
    FocusLost,

    /// <summary>The framebuffer's size or the content scale changed.</summary>
    Resize,

    /// <summary>The system lost the window's picture: draw it again.</summary>
    Refresh,

    /// <summary>The user wants the window closed; the program decides.</summary>
    CloseRequest,
}
