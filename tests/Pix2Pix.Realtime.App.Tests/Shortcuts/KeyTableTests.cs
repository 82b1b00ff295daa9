using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Shortcuts;

public sealed class KeyTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_action_has_a_key_and_no_two_in_one_place_share_it()
    {
        var table = KeyTable.Load(personal: null);
        Assert.All(Enum.GetValues<KeyAction>(), action => Assert.False(table[action].IsNone, $"{action} has no key"));

        // In full screen two letters mean something else than in front of the tools.
        var taken = Enum.GetValues<KeyAction>().Except([KeyAction.Freeze, KeyAction.Blank])
            .SelectMany(action => table[action].ToString().Split(" or ").Select(key => (Key: key, Name: $"{action}")))
            .Concat(PaletteFile.Load("cmp-facade").Classes.Select(one => (Key: KeyText.OfClass(one.Key).ToString(), one.Name)));
        Assert.All(taken.GroupBy(one => one.Key), group => Assert.True(group.Count() == 1, $"{group.Key}: {string.Join(", ", group.Select(one => one.Name))}"));
    }

    [Fact]
    public void A_persons_own_file_changes_what_it_names_and_nothing_else()
    {
        var table = KeyTable.Load(Own("painting:\n  brush: N\n  undo: Ctrl+Z Backspace\n  clear: ''\n"));
        Assert.Equal("N", table[KeyAction.Brush].ToString());
        Assert.Equal("Ctrl+Z or Backspace", table[KeyAction.Undo].ToString());
        Assert.True(table[KeyAction.Clear].IsNone);
        Assert.Equal(new Shortcut(Key.E), table[KeyAction.Eraser]);
    }

    [Theory]
    [InlineData("painting:\n  brsh: N\n", "painting.brush")]
    [InlineData("painting:\n  brush: Strg+N\n", "Ctrl+Z")]
    [InlineData("painting:\n  brush: 65\n", "found '65'")]
    [InlineData("painting:\n  brush: A B C\n", "one or two keys")]
    public void A_fault_is_named(string text, string named)
    {
        var fault = Assert.Throws<UserException>(() => KeyTable.Load(Own(text)));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    private string Own(string text)
    {
        var path = _folder.File("keys.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
