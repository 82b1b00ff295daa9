using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Shortcuts;

/// <summary>Reads keys as a file has them: <c>B</c>, <c>Ctrl+Shift+Z</c>, <c>[ PageDown</c>.</summary>
internal static class KeyText
{
    private static readonly Dictionary<string, KeyModifiers> Held = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ctrl"] = KeyModifiers.Control, ["Shift"] = KeyModifiers.Shift, ["Alt"] = KeyModifiers.Alt,
    };

    /// <param name="path">Of the setting, for the sentence.</param>
    /// <param name="text">One shortcut, or two with a space between; empty = none.</param>
    /// <exception cref="UserException">It names no keys.</exception>
    public static Shortcut Read(string path, string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => Shortcut.None,
            [var one] => One(path, one),
            [var one, var two] => One(path, one).Or(One(path, two)),
            _ => throw new UserException(ShortcutsTexts.TooManyKeys(path, text)),
        };
    }

    /// <summary>A class's key, as its palette has it.</summary>
    public static Shortcut OfClass(char key) => key == '\0' ? Shortcut.None : (Key)char.ToUpperInvariant(key);

    private static Shortcut One(string path, string text)
    {
        var words = text.Split('+');
        var modifiers = KeyModifiers.None;
        foreach (var word in words[..^1])
        {
            modifiers |= Held.TryGetValue(word, out var held) ? held : throw Fault(path, text);
        }

        return words[^1] switch
        {
            { Length: 1 } letter when Enum.IsDefined((Key)char.ToUpperInvariant(letter[0])) => new Shortcut((Key)char.ToUpperInvariant(letter[0]), modifiers),
            { Length: > 1 } name when Enum.TryParse<Key>(name, ignoreCase: true, out var key) && Enum.IsDefined(key) && !int.TryParse(name, out _) => new Shortcut(key, modifiers),
            _ => throw Fault(path, text),
        };
    }

    private static UserException Fault(string path, string text) =>
        new(ShortcutsTexts.UnknownKey(path, text));
}
