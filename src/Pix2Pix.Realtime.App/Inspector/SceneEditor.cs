using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Scenes;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>
/// Makes what is changed on the Scene tab, and keeps it to undo and redo. Values take effect at once. Parts find each other when a scene starts, so a scene with other parts is opened again,
/// with its values and the painting; where it can't be opened, the scene stays as it was. UI thread.
/// </summary>
internal sealed class SceneEditor(LiveContext live, Scene scene)
{
    /// <summary>Where the scene is saved.</summary>
    public string SavedTo { get; set; } = live.Options.Visit?.SavedTo ?? Path.GetFullPath(live.Options.Scene);

    /// <summary>Keeps a value that was set.</summary>
    /// <param name="part">Whose it is.</param>
    /// <param name="property">What was set; null = the component was switched on or off.</param>
    /// <param name="before">Its text before.</param>
    /// <param name="after">Its text now.</param>
    /// <param name="isSame">Whether it continues the last one, as while a slider is dragged.</param>
    public void Keep(Component part, Setting? property, string before, string after, bool isSame = false)
    {
        live.Edits.Add(new ValueChange(Index(scene.Objects, part.GameObject), Index(part.GameObject.Components, part), property?.Path, before, after), isSame);
        Tell(part, property?.Path);
    }

    public void Undo() => Make(live.Edits, static edits => edits.Undo());

    public void Redo() => Make(live.Edits, static edits => edits.Redo());

    /// <summary>Opens the scene as it is now.</summary>
    public void Reopen() => Open(SceneDraft.Of(scene), live.Edits, edited: null);

    /// <summary>Adds a component to an object.</summary>
    /// <returns>Null when the scene is being opened with it, else a sentence.</returns>
    public string? Add(GameObject one, ComponentType type) => Make(new ComponentChange(Index(scene.Objects, one), one.Components.Count, type.Name, IsAdded: true));

    /// <summary>Adds an object.</summary>
    /// <param name="name">Of no other object.</param>
    /// <param name="type">Its component; null = it gets none yet.</param>
    /// <returns>Null when the scene is being opened with it, else a sentence.</returns>
    public string? Add(string name, ComponentType? type) => NameFault(name) ?? Make(new ObjectChange(scene.Objects.Count, name, type is null ? [] : [type.Name], IsAdded: true));

    /// <summary>Renames an object, also where others name it as their parent.</summary>
    /// <returns>Null when the scene is being opened with it, else a sentence.</returns>
    public string? Rename(GameObject one, string name) => NameFault(name) ?? Make(new NameChange(Index(scene.Objects, one), one.Name, name));

    /// <summary>Removes an object, or one of its components.</summary>
    /// <param name="one">The object.</param>
    /// <param name="part">Null = all of it.</param>
    /// <returns>Null when the scene is being opened without it, else a sentence.</returns>
    public string? Remove(GameObject one, Component? part)
    {
        var (index, lines) = (Index(scene.Objects, one), SceneDraft.Of(scene).Components(Index(scene.Objects, one)));
        return Make(part is null
            ? new ObjectChange(index, one.Name, lines, IsAdded: false)
            : new ComponentChange(index, Index(one.Components, part), lines[Index(one.Components, part)], IsAdded: false));
    }

    private string? NameFault(string name) =>
        name.Trim().Length == 0 ? InspectorTexts.NoName
        : scene.Objects.Any(one => one.Name == name) ? InspectorTexts.NameTaken(name)
        : null;

    private string? Make(PartChange change)
    {
        var edits = new EditHistory(live.Edits);
        edits.Add(change);
        return Make(change, edits);
    }

    /// <summary>Undo and redo: a change of parts works on a copy, which becomes the history only if the scene can be opened so.</summary>
    private void Make(EditHistory edits, Func<EditHistory, SceneChange> step)
    {
        var tried = new EditHistory(edits);
        if (step(tried) is PartChange parts)
        {
            if (Make(parts, tried) is { } fault)
            {
                live.Notices.Tell(ToastKind.Warning, fault);
            }
        }
        else if (step(edits) is ValueChange value)
        {
            Tell(value.Apply(scene), value.Property);
        }
    }

    private string? Make(PartChange change, EditHistory edits)
    {
        var draft = SceneDraft.Of(scene);
        change.Apply(draft);
        if (draft.Fault(scene.Registry!) is { } fault)
        {
            return fault;
        }

        Open(draft, edits, change);
        return null;
    }

    private void Open(SceneDraft draft, EditHistory edits, SceneChange? edited) => live.Quit.Open(new SceneVisit(live.Options.Scene)
    {
        Text = draft.Text(), Edits = edits, Edited = edited, SavedTo = SavedTo, Back = live.Options.Visit?.Back,
    });

    private void Tell(Component part, string? property)
    {
        if (property is not null)
        {
            live.Log.Write("property", new { component = part.Type!.Name, property, value = part.Values!.Text(part.Type.Properties.Find(property)!) });
        }
        else
        {
            live.Log.Write("enabled", new { component = part.Type!.Name, isOn = ((Behaviour)part).Enabled });
        }

        live.Frames.RequestDraw();
    }

    private static int Index<T>(IReadOnlyList<T> list, T one) where T : class
    {
        var index = 0;
        while (!ReferenceEquals(list[index], one))
        {
            index++;
        }

        return index;
    }
}
