namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// One line of text under edit: a caret, a selection, what keys do to them, and an undo of its own. It never parts a surrogate pair. Not thread-safe.
/// </summary>
internal sealed class TextEditor
{
    private readonly TextHistory _history = new();
    private string _text = "";

    /// <summary>The line; setting it keeps the caret where it can, and begins a new history.</summary>
    public string Text
    {
        get => _text;
        set
        {
            _history.Clear();
            Set(value);
        }
    }

    /// <summary>Where typing goes: 0..length.</summary>
    public int Caret { get; private set; }

    /// <summary>The selection's other end; equal to <see cref="Caret"/> when nothing is selected.</summary>
    public int Anchor { get; private set; }

    public int SelectionStart => Math.Min(Caret, Anchor);

    public int SelectionEnd => Math.Max(Caret, Anchor);

    public bool HasSelection => Caret != Anchor;

    public string Selected => Text[SelectionStart..SelectionEnd];

    /// <param name="index">Where the caret goes.</param>
    /// <param name="isSelecting">Whether the anchor stays.</param>
    public void MoveTo(int index, bool isSelecting = false)
    {
        Caret = Math.Clamp(index, 0, Text.Length);
        if (Caret < Text.Length && Caret > 0 && char.IsLowSurrogate(Text[Caret]) && char.IsHighSurrogate(Text[Caret - 1]))
        {
            Caret--;
        }

        Anchor = isSelecting ? Anchor : Caret;
    }

    public void SelectAll() => (Anchor, Caret) = (0, Text.Length);

    public void SelectWordAt(int index)
    {
        var start = index < Text.Length && IsWord(index) ? index : WordStart(index);
        while (start > 0 && IsWord(start - 1))
        {
            start--;
        }

        var end = start;
        while (end < Text.Length && IsWord(end))
        {
            end++;
        }

        (Anchor, Caret) = (start, end);
    }

    /// <summary>One character to the left, or to the start of the word; without selecting, a selection collapses to its left end.</summary>
    public void Left(bool byWord, bool isSelecting) =>
        MoveTo(HasSelection && !isSelecting && !byWord ? SelectionStart : byWord ? WordStart(Caret) : Before(Caret), isSelecting);

    /// <summary>One character to the right, or to the end of the word; without selecting, a selection collapses to its right end.</summary>
    public void Right(bool byWord, bool isSelecting) =>
        MoveTo(HasSelection && !isSelecting && !byWord ? SelectionEnd : byWord ? WordEnd(Caret) : After(Caret), isSelecting);

    /// <summary>Puts text in place of the selection; line breaks and other control characters are left out.</summary>
    public void Insert(string text)
    {
        var clean = string.Concat(text.Where(character => !char.IsControl(character)));
        var start = SelectionStart;
        var changed = string.Concat(Text.AsSpan(0, start), clean, Text.AsSpan(SelectionEnd));
        if (changed != Text)
        {
            // Letter after letter is one step back; a space, a removal or a paste begins another.
            var isTyping = !HasSelection && clean.Length is 1 or 2 && clean != " ";
            _history.Note(new TextState(Text, Caret, Anchor), isTyping ? start : -1, start + clean.Length);
            Set(changed);
        }

        MoveTo(start + clean.Length);
    }

    /// <summary>Takes the last edit back.</summary>
    public void Undo() => Restore(_history.Undo(new TextState(Text, Caret, Anchor)));

    /// <summary>Does again what <see cref="Undo"/> took back.</summary>
    public void Redo() => Restore(_history.Redo(new TextState(Text, Caret, Anchor)));

    /// <summary>Removes the selection, else what is left of the caret.</summary>
    public void Backspace(bool byWord) => Remove(byWord ? WordStart(Caret) : Before(Caret));

    /// <summary>Removes the selection, else what is right of the caret.</summary>
    public void Delete(bool byWord) => Remove(byWord ? WordEnd(Caret) : After(Caret));

    private void Set(string text)
    {
        _text = text;
        (Caret, Anchor) = (Math.Min(Caret, text.Length), Math.Min(Anchor, text.Length));
    }

    private void Restore(TextState? state)
    {
        if (state is { } known)
        {
            Set(known.Text);
            (Caret, Anchor) = (known.Caret, known.Anchor);
        }
    }

    private void Remove(int until)
    {
        if (!HasSelection)
        {
            Anchor = until;
        }

        Insert("");
    }

    private int Before(int index) => index <= 0 ? 0 : index >= 2 && char.IsLowSurrogate(Text[index - 1]) && char.IsHighSurrogate(Text[index - 2]) ? index - 2 : index - 1;

    private int After(int index) => index >= Text.Length
        ? Text.Length
        : index + 1 < Text.Length && char.IsHighSurrogate(Text[index]) && char.IsLowSurrogate(Text[index + 1]) ? index + 2 : index + 1;

    private int WordStart(int index)
    {
        while (index > 0 && !IsWord(index - 1))
        {
            index--;
        }

        while (index > 0 && IsWord(index - 1))
        {
            index--;
        }

        return index;
    }

    private int WordEnd(int index)
    {
        while (index < Text.Length && !IsWord(index))
        {
            index++;
        }

        while (index < Text.Length && IsWord(index))
        {
            index++;
        }

        return index;
    }

    /// <summary>A surrogate counts as a letter, so that a word's end never parts a pair.</summary>
    private bool IsWord(int index) => char.IsLetterOrDigit(Text[index]) || Text[index] == '_' || char.IsSurrogate(Text[index]);
}
