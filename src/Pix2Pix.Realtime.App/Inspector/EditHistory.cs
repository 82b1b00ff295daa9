using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>What was set on the Scene tab, to undo and redo it. UI thread.</summary>
internal sealed class EditHistory
{
    private readonly List<Edit> _edits = [];
    private int _done;

    public bool CanUndo => _done > 0;

    public bool CanRedo => _done < _edits.Count;

    /// <summary>Keeps an edit that was made; what was undone before it can't be redone any more.</summary>
    /// <param name="part">Whose it is.</param>
    /// <param name="property">What was set; null = the component was switched on or off.</param>
    /// <param name="before">Its text before.</param>
    /// <param name="after">Its text now.</param>
    /// <param name="isSame">Whether it continues the last one, as while a slider is dragged.</param>
    public void Add(Component part, Setting? property, string before, string after, bool isSame = false)
    {
        _edits.RemoveRange(_done, _edits.Count - _done);
        if (isSame && _done > 0 && _edits[^1] is var last && last.Part == part && last.Property == property)
        {
            _edits[^1] = last with { After = after };
            return;
        }

        _edits.Add(new Edit(part, property, before, after));
        _done++;
    }

    /// <returns>What was undone.</returns>
    public Edit Undo()
    {
        var edit = _edits[--_done];
        Set(edit, edit.Before);
        return edit;
    }

    /// <returns>What was done again.</returns>
    public Edit Redo()
    {
        var edit = _edits[_done++];
        Set(edit, edit.After);
        return edit;
    }

    private static void Set(Edit edit, string text)
    {
        if (edit.Property is { } property)
        {
            edit.Part.TrySet(property, text);
        }
        else
        {
            ((Behaviour)edit.Part).Enabled = bool.Parse(text);
        }
    }

    /// <summary>One edit: <c>Property</c> null = the component's switch.</summary>
    internal readonly record struct Edit(Component Part, Setting? Property, string Before, string After);
}
