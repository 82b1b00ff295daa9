using System.Text;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Tests.Windowing;

/// <summary>Keyboards as GLFW tells them: what each place types without Shift.</summary>
public sealed class KeyLayoutTests
{
    private const string Places = "`1234567890-=QWERTYUIOP[]\\ASDFGHJKL;'ZXCVBNM,./";
    private const string German = "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-";
    private const string French = "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!";
    private const string Russian = "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.";

    [Fact]
    public void On_the_US_keyboard_each_key_is_where_it_is()
    {
        var keyboard = Of(Places.ToLowerInvariant());
        Assert.All(Places, place => Assert.Equal((Key)place, keyboard.Of((Key)place)));
        Assert.All(Places, place => Assert.Equal((Key)place, KeyLayout.Us.Of((Key)place)));
        Assert.Equal(Key.F4, keyboard.Of(Key.F4));
        Assert.Equal(Key.Unknown, keyboard.Of(Key.Unknown));
    }

    [Fact]
    public void On_a_German_keyboard_Z_is_the_key_on_which_Z_is_printed()
    {
        var keyboard = Of(German);
        Assert.Equal((Key.Z, Key.Y, Key.Minus, Key.D9), (keyboard.Of(Key.Y), keyboard.Of(Key.Z), keyboard.Of(Key.Slash), keyboard.Of(Key.D9)));

        // The place of the US keyboard's minus has another letter here, and minus another place.
        Assert.Equal("Ctrl+Z", Shortcut.Ctrl(Key.Z).Text(keyboard));
    }

    [Fact]
    public void On_a_French_keyboard_letters_are_as_printed_and_digits_need_no_Shift()
    {
        var keyboard = Of(French);
        Assert.Equal((Key.A, Key.Q, Key.Z, Key.W, Key.M), (keyboard.Of(Key.Q), keyboard.Of(Key.A), keyboard.Of(Key.W), keyboard.Of(Key.Z), keyboard.Of(Key.Semicolon)));
        Assert.All(Enumerable.Range((int)Key.D0, 10), digit => Assert.Equal((Key)digit, keyboard.Of((Key)digit)));
        Assert.Equal(Key.Comma, keyboard.Of(Key.M));
        Assert.Equal("A", new Shortcut(Key.A).Text(keyboard));
        Assert.Equal("4", new Shortcut(Key.D4).Text(keyboard));
    }

    [Fact]
    public void On_a_Cyrillic_keyboard_each_shortcut_keeps_its_place_and_shows_what_is_printed_there()
    {
        var keyboard = Of(Russian);
        Assert.All(Enumerable.Range((int)Key.A, 26), letter => Assert.Equal((Key)letter, keyboard.Of((Key)letter)));
        Assert.Equal("Ctrl+Я", Shortcut.Ctrl(Key.Z).Text(keyboard));
    }

    [Fact]
    public void A_symbol_is_whatever_types_it()
    {
        var bracket = new Shortcut(Key.LeftBracket).Or(Key.PageDown);
        Assert.True(bracket.Matches(new InputEvent { Kind = InputKind.Text, Character = new Rune('[') }));
        Assert.False(bracket.Matches(new InputEvent { Kind = InputKind.KeyDown, Key = Key.LeftBracket }));
        Assert.True(bracket.Matches(new InputEvent { Kind = InputKind.KeyDown, Key = Key.PageDown }));
        Assert.Equal("[ or Page Down", bracket.ToString());
        Assert.True(new Shortcut(Key.Question).Matches(new InputEvent { Kind = InputKind.Text, Character = new Rune('?') }));
    }

    [Fact]
    public void What_edits_text_is_left_to_a_text_box()
    {
        Assert.All<Shortcut>([Key.B, Key.Delete, Key.Home, Shortcut.Ctrl(Key.Z), Shortcut.Ctrl(Key.C), Shortcut.Ctrl(Key.V), Shortcut.Ctrl(Key.A), Key.Question], key => Assert.True(key.IsTyping, $"{key}"));
        Assert.All<Shortcut>([Key.F1, Key.Escape, Shortcut.Ctrl(Key.S), Shortcut.Ctrl(Key.O), Shortcut.None], key => Assert.False(key.IsTyping, $"{key}"));
    }

    private static KeyLayout Of(string typed)
    {
        Assert.Equal(Places.Length, typed.Length);
        return new KeyLayout(place => Places.IndexOf((char)place, StringComparison.Ordinal) is >= 0 and var index ? typed[index] : '\0');
    }
}
