namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>The texts that a text box had before and after, for its undo. Not thread-safe.</summary>
internal sealed class TextHistory
{
    private readonly Stack<TextState> _before = [];
    private readonly Stack<TextState> _after = [];

    /// <summary>Where typing must go on to belong to the step before; -1 = it belongs to none.</summary>
    private int _typedTo = -1;

    public void Clear()
    {
        _before.Clear();
        _after.Clear();
        _typedTo = -1;
    }

    /// <summary>An edit follows.</summary>
    /// <param name="now">What it changes.</param>
    /// <param name="typedAt">Where a letter is typed; -1 = something else is done.</param>
    /// <param name="until">Where the caret stands after it.</param>
    public void Note(TextState now, int typedAt, int until)
    {
        if (typedAt < 0 || typedAt != _typedTo)
        {
            _before.Push(now);
        }

        _after.Clear();
        _typedTo = typedAt < 0 ? -1 : until;
    }

    /// <returns>The text before the last edit; null = there was none.</returns>
    public TextState? Undo(TextState now) => Step(_before, _after, now);

    /// <returns>The text that was taken back last; null = there is none.</returns>
    public TextState? Redo(TextState now) => Step(_after, _before, now);

    private TextState? Step(Stack<TextState> from, Stack<TextState> to, TextState now)
    {
        _typedTo = -1;
        if (!from.TryPop(out var state))
        {
            return null;
        }

        to.Push(now);
        return state;
    }
}
