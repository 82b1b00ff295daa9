namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>The interaction with one control in this frame.</summary>
/// <param name="IsHovered">The pointer is over it and nothing else has the pointer.</param>
/// <param name="IsHeld">The left button went down on it and is still down.</param>
/// <param name="IsPressed">The left button went down on it in this frame.</param>
/// <param name="IsClicked">The left button came up over it after it had gone down on it.</param>
/// <param name="Clicks">1 = a single click, 2 = a double click; counts while the button goes down in one place.</param>
/// <param name="IsFocused">The keyboard is its.</param>
internal readonly record struct Interaction(bool IsHovered, bool IsHeld, bool IsPressed, bool IsClicked, int Clicks, bool IsFocused);
