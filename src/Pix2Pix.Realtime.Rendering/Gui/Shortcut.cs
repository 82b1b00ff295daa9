using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// A key, alone or with others held, that does the same as a control, and perhaps a second one. A letter is the key that shows it on the person's keyboard; a symbol without Control
/// is whatever types it there, with Shift or AltGr if need be.
/// </summary>
/// <param name="Key">The key; <see cref="Key.Unknown"/> = none.</param>
/// <param name="Modifiers">Exactly these must be held; Command on a Mac counts as Control.</param>
internal readonly record struct Shortcut(Key Key, KeyModifiers Modifiers = KeyModifiers.None)
{
    public static Shortcut None => new(Key.Unknown);

    public bool IsNone => Key is Key.Unknown or 0;

    /// <summary>Whether it types or edits text, so that a text box that has the keyboard comes first.</summary>
    public bool IsTyping => Types(Key, Modifiers) || Types(Second, SecondModifiers);

    /// <summary>The key that does the same; 0 = none.</summary>
    private Key Second { get; init; }

    private KeyModifiers SecondModifiers { get; init; }

    public static implicit operator Shortcut(Key key) => new(key);

    /// <summary>The shortcut with Control held.</summary>
    public static Shortcut Ctrl(Key key) => new(key, KeyModifiers.Control);

    /// <summary>This one, or another that does the same.</summary>
    public Shortcut Or(Shortcut other) => this with { Second = other.Key, SecondModifiers = other.Modifiers };

    public bool Matches(in InputEvent input) => Matches(Key, Modifiers, in input) || Matches(Second, SecondModifiers, in input);

    /// <summary>As a tooltip writes it, e.g. <c>Ctrl+Z</c>, with what is printed on the keys.</summary>
    public string Text(KeyLayout layout) =>
        IsNone ? "" : Second is Key.Unknown or 0 ? Text(Key, Modifiers, layout) : $"{Text(Key, Modifiers, layout)} or {Text(Second, SecondModifiers, layout)}";

    public override string ToString() => Text(KeyLayout.Us);

    private static bool Matches(Key key, KeyModifiers modifiers, in InputEvent input)
    {
        if (IsSymbol(key) && modifiers == KeyModifiers.None)
        {
            return input.Kind == InputKind.Text && input.Character.Value == (int)key;
        }

        var held = input.Modifiers;
        if ((held & KeyModifiers.Super) != 0)
        {
            held = (held & ~KeyModifiers.Super) | KeyModifiers.Control;
        }

        return key is not (Key.Unknown or 0) && input.Kind == InputKind.KeyDown && input.Key == key && held == modifiers;
    }

    private static bool IsSymbol(Key key) => key is > Key.Space and < Key.Escape and not (>= Key.D0 and <= Key.D9) and not (>= Key.A and <= Key.Z);

    private static bool Types(Key key, KeyModifiers modifiers) => (modifiers & (KeyModifiers.Control | KeyModifiers.Alt)) switch
    {
        _ when key is Key.Unknown or 0 => false,
        KeyModifiers.None => key is < Key.Escape or Key.Delete or Key.Backspace or Key.Home or Key.End or Key.Left or Key.Right,
        KeyModifiers.Control => key is Key.A or Key.C or Key.X or Key.V or Key.Y or Key.Z or Key.Left or Key.Right or Key.Backspace or Key.Delete,
        _ => false,
    };

    private static string Text(Key key, KeyModifiers modifiers, KeyLayout layout)
    {
        var control = (modifiers & KeyModifiers.Control) != 0 ? "Ctrl+" : "";
        var alt = (modifiers & KeyModifiers.Alt) != 0 ? "Alt+" : "";
        var shift = (modifiers & KeyModifiers.Shift) != 0 ? "Shift+" : "";
        return $"{control}{alt}{shift}{Name(key, layout)}";
    }

    private static string Name(Key key, KeyLayout layout) => key switch
    {
        Key.Escape => "Esc",
        Key.PageUp => "Page Up",
        Key.PageDown => "Page Down",
        Key.Space => "Space",
        >= Key.A and <= Key.Z when layout.Printed(key) is not '\0' and var printed => $"{printed}",
        < Key.Escape => $"{(char)key}",
        _ => key.ToString(),
    };
}
