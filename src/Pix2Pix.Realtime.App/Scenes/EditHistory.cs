namespace Pix2Pix.Realtime.App.Scenes;

/// <summary>What was changed on the Scene tab, to undo and redo it; it lasts when the scene is opened again with other parts. UI thread.</summary>
internal sealed class EditHistory
{
    private readonly List<SceneChange> _changes;
    private int _done;

    public EditHistory() => _changes = [];

    /// <summary>A copy that goes its own way: a change that its scene refuses leaves the first as it was.</summary>
    public EditHistory(EditHistory from) => (_changes, _done) = ([.. from._changes], from._done);

    public bool CanUndo => _done > 0;

    public bool CanRedo => _done < _changes.Count;

    /// <summary>Keeps a change that was made; what was undone before it can't be redone any more.</summary>
    /// <param name="change">The newest.</param>
    /// <param name="isSame">Whether it continues the last one, as while a slider is dragged.</param>
    public void Add(SceneChange change, bool isSame = false)
    {
        _changes.RemoveRange(_done, _changes.Count - _done);
        if (isSame && _done > 0 && _changes[^1] is ValueChange last && change is ValueChange next && (last.Object, last.At, last.Property) == (next.Object, next.At, next.Property))
        {
            _changes[^1] = last with { After = next.After };
            return;
        }

        _changes.Add(change);
        _done++;
    }

    /// <returns>The change to make now, which takes the last one back.</returns>
    public SceneChange Undo() => _changes[--_done].Inverse;

    /// <returns>The change to make again.</returns>
    public SceneChange Redo() => _changes[_done++];
}
