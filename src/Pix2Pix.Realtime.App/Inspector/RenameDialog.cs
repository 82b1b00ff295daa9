using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>Asks for an object's new name. UI thread.</summary>
internal sealed class RenameDialog(LiveContext live, SceneEditor editor, GameObject one)
{
    private const float Width = 400;
    private const float Height = 168;

    private string _name = one.Name;
    private string? _fault;

    /// <summary>Shows it.</summary>
    /// <returns>Whether it stays.</returns>
    public bool Show(Ui ui)
    {
        using var dialog = ui.Dialog(InspectorTexts.RenameTitle, Width, Height);
        var isDone = ui.TextBox(InspectorTexts.Name, ref _name, isWrong: _fault is not null) == Typed.Entered;
        live.Controls.Place("new name", _name);
        ui.Note(_fault ?? InspectorTexts.ChildrenFollow, _fault is null ? null : Theme.Bad);
        using (ui.Row(Track.Fill, Track.Fill))
        {
            var isClosed = ui.Button(InspectorTexts.Cancel) || dialog.IsDismissed;
            isDone |= ui.Button(InspectorTexts.RenameButton, isPrimary: true);
            live.Controls.Place("rename");
            if (isDone && !isClosed)
            {
                isClosed = _name == one.Name || (_fault = editor.Rename(one, _name)) is null;
            }

            return !isClosed;
        }
    }
}
