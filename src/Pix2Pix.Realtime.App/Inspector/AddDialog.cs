using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>Asks for a component to add, by its name in scene files, and for the object that gets it. UI thread.</summary>
internal sealed class AddDialog
{
    private const float Width = 560;
    private const float Height = 680;
    private const float NoteHeight = 60;
    private readonly LiveContext _live;
    private readonly Scene _scene;
    private readonly SceneEditor _editor;
    private readonly IReadOnlyList<string> _owners;
    private readonly IReadOnlyList<ComponentType> _types;
    private readonly IReadOnlyList<string> _names;
    private string _name = "";
    private string? _fault;
    private int _owner;
    private int _chosen;

    /// <param name="live">For the log.</param>
    /// <param name="scene">What is added to.</param>
    /// <param name="editor">Adds it.</param>
    /// <param name="one">The object that gets it at first; null = a new one.</param>
    public AddDialog(LiveContext live, Scene scene, SceneEditor editor, GameObject? one)
    {
        (_live, _scene, _editor) = (live, scene, editor);
        _owners = [.. scene.Objects.Select(owner => owner.Name), InspectorTexts.NewObject];
        _owner = one is null ? scene.Objects.Count : scene.Objects.TakeWhile(other => other != one).Count();
        _types = [.. scene.Registry!.Types.OrderBy(type => type.Name, StringComparer.Ordinal)];
        _names = [.. _types.Select(type => type.Name), InspectorTexts.NoComponent];
    }

    private bool IsNew => _owner == _scene.Objects.Count;

    /// <summary>Shows it.</summary>
    /// <returns>Whether it stays.</returns>
    public bool Show(Ui ui)
    {
        using var dialog = ui.Dialog(InspectorTexts.AddTitle, Width, Height);
        ui.DropDown(InspectorTexts.AddTo, ref _owner, _owners);
        _live.Controls.Place("add to");
        ui.TextBox(InspectorTexts.ObjectName, ref _name, IsNew ? InspectorTexts.ObjectNameHint : "", isEnabled: IsNew);
        _live.Controls.Place("object name", _name);
        var action = ui.List("components", _names, ref _chosen, (ui.Remaining() / ui.Scale) - NoteHeight - Theme.ControlHeight - (3 * Theme.RowGap));
        if (action != ListAction.Nothing)
        {
            _fault = null;
        }

        _live.Controls.Place("components", _names[_chosen]);
        Words(ui);
        using (ui.Row(Track.Fill, Track.Fill))
        {
            var isClosed = ui.Button(InspectorTexts.Cancel) || dialog.IsDismissed;
            _live.Controls.Place("cancel add");
            var isAdded = ui.Button(InspectorTexts.AddButton, isPrimary: true) || action == ListAction.Opened;
            _live.Controls.Place("add");
            return !isClosed && !(isAdded && TryAdd());
        }
    }

    /// <summary>What the chosen component is, or why it can't be added, in a place of one height.</summary>
    private void Words(Ui ui)
    {
        var top = ui.Layout.Cursor;
        ui.Note(_fault ?? (_chosen < _types.Count ? _types[_chosen].Help : InspectorTexts.ObjectAlone), _fault is null ? Theme.Text : Theme.Bad);
        ui.Space(NoteHeight - ((ui.Layout.Cursor - top) / ui.Scale));
    }

    private bool TryAdd()
    {
        var type = _chosen < _types.Count ? _types[_chosen] : null;
        _fault = IsNew ? _editor.Add(_name.Trim(), type)
            : type is null ? InspectorTexts.NoComponentChosen
            : _editor.Add(_scene.Objects[_owner], type);
        return _fault is null;
    }
}
