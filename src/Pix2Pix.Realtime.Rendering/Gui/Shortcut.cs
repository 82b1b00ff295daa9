using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>A key, alone or with others held, that does the same as a control.</summary>
/// <param name="Key">The key by its place; <see cref="Key.Unknown"/> = none.</param>
/// <param name="Modifiers">Exactly these must be held; Command on a Mac counts as Control.</param>
public readonly record struct Shortcut(Key Key, KeyModifiers Modifiers = KeyModifiers.None)
{
    public static Shortcut None => new(Key.Unknown);

    public bool IsNone => Key is Key.Unknown or 0;

    /// <summary>Whether a user could type text with it, so that a text box must come first.</summary>
    public bool IsTyping => (Modifiers & (KeyModifiers.Control | KeyModifiers.Alt)) == 0 && (int)Key < (int)Key.Escape;

    public static implicit operator Shortcut(Key key) => new(key);

    /// <summary>The shortcut with Control held.</summary>
    public static Shortcut Ctrl(Key key) => new(key, KeyModifiers.Control);

    public bool Matches(in InputEvent input)
    {
        var held = input.Modifiers;
        if ((held & KeyModifiers.Super) != 0)
        {
            held = (held & ~KeyModifiers.Super) | KeyModifiers.Control;
        }

        return !IsNone && input.Kind == InputKind.KeyDown && input.Key == Key && held == Modifiers;
    }

    /// <summary>As a tooltip writes it, e.g. <c>Ctrl+Z</c>.</summary>
    public override string ToString()
    {
        var control = (Modifiers & KeyModifiers.Control) != 0 ? "Ctrl+" : "";
        var alt = (Modifiers & KeyModifiers.Alt) != 0 ? "Alt+" : "";
        var shift = (Modifiers & KeyModifiers.Shift) != 0 ? "Shift+" : "";
        return IsNone ? "" : $"{control}{alt}{shift}{Name(Key)}";
    }

    private static string Name(Key key) => key switch
    {
        Key.LeftBracket => "[",
        Key.RightBracket => "]",
        Key.Minus => "-",
        Key.Equal => "=",
        Key.Comma => ",",
        Key.Period => ".",
        Key.Slash => "/",
        Key.Semicolon => ";",
        Key.Apostrophe => "'",
        Key.Backslash => "\\",
        Key.GraveAccent => "`",
        Key.Escape => "Esc",
        >= Key.D0 and <= Key.D9 => ((int)key - (int)Key.D0).ToString(),
        _ => key.ToString(),
    };
}
