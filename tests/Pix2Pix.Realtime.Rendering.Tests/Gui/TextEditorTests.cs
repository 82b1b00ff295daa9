using CsCheck;
using Pix2Pix.Realtime.Rendering.Gui;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

public sealed class TextEditorTests
{
    private static readonly string[] Parts = ["a", "wörd", " ", "😀", "/x_1", "", "é", "12.5"];
    private static readonly Gen<string> Texts = Gen.Int[0, Parts.Length - 1].Select(index => Parts[index]).List[0, 6].Select(string.Concat);

    private static readonly Gen<Action<TextEditor>> Edits = Gen.OneOf(
        Texts.Select<string, Action<TextEditor>>(text => editor => editor.Insert(text)),
        Gen.Select(Gen.Bool, Gen.Bool).Select<(bool ByWord, bool IsSelecting), Action<TextEditor>>(how => editor => editor.Left(how.ByWord, how.IsSelecting)),
        Gen.Select(Gen.Bool, Gen.Bool).Select<(bool ByWord, bool IsSelecting), Action<TextEditor>>(how => editor => editor.Right(how.ByWord, how.IsSelecting)),
        Gen.Bool.Select<bool, Action<TextEditor>>(byWord => editor => editor.Backspace(byWord)),
        Gen.Bool.Select<bool, Action<TextEditor>>(byWord => editor => editor.Delete(byWord)),
        Gen.Int[-3, 30].Select<int, Action<TextEditor>>(index => editor => editor.MoveTo(index)),
        Gen.Int[0, 30].Select<int, Action<TextEditor>>(index => editor => editor.SelectWordAt(Math.Min(index, editor.Text.Length))));

    [Fact]
    public void No_series_of_edits_leaves_the_text_or_parts_a_pair() => Edits.List[0, 40].Sample(edits =>
    {
        var editor = new TextEditor();
        foreach (var edit in edits)
        {
            edit(editor);
            Assert.InRange(editor.Caret, 0, editor.Text.Length);
            Assert.InRange(editor.Anchor, 0, editor.Text.Length);
            Assert.True(editor.Caret == 0 || editor.Caret == editor.Text.Length || !char.IsLowSurrogate(editor.Text[editor.Caret]));
            Assert.Equal(editor.Text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(editor.Text)));
        }
    });

    [Fact]
    public void What_was_inserted_is_removed_again() => Gen.Select(Texts, Texts, Gen.Int[0, 20]).Sample((before, text, index) =>
    {
        var editor = new TextEditor { Text = before };
        editor.MoveTo(index);
        editor.Insert(text);
        foreach (var _ in text.EnumerateRunes())
        {
            editor.Backspace(byWord: false);
        }

        Assert.Equal(before, editor.Text);
    });

    [Fact]
    public void Words_are_gone_over_and_removed_whole()
    {
        var editor = new TextEditor { Text = "runs/first run" };
        editor.MoveTo(14);
        editor.Left(byWord: true, isSelecting: false);
        Assert.Equal(11, editor.Caret);
        editor.Backspace(byWord: true);
        Assert.Equal("runs/run", editor.Text);
        editor.SelectWordAt(1);
        Assert.Equal("runs", editor.Selected);
    }

    [Fact]
    public void Pasted_line_breaks_are_left_out()
    {
        var editor = new TextEditor();
        editor.Insert("a\r\nb\tc");
        Assert.Equal("abc", editor.Text);
    }

    [Fact]
    public void Words_are_taken_back_one_by_one_and_come_again()
    {
        var editor = new TextEditor { Text = "a" };
        editor.MoveTo(1);
        foreach (var letter in " bc def")
        {
            editor.Insert($"{letter}");
        }

        editor.Backspace(byWord: false);
        List<string> seen = [editor.Text];
        for (var i = 0; i < 6; i++)
        {
            editor.Undo();
            seen.Add(editor.Text);
        }

        Assert.Equal(["a bc de", "a bc def", "a bc ", "a bc", "a ", "a", "a"], seen);
        editor.Redo();
        editor.Redo();
        Assert.Equal(("a bc", 4), (editor.Text, editor.Caret));
        editor.Insert("X");
        editor.Redo();
        Assert.Equal("a bcX", editor.Text);
        editor.Text = "new";
        editor.Undo();
        Assert.Equal("new", editor.Text);
    }
}
