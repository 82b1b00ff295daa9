using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>Adds, renames and removes objects and components of the scene. UI thread.</summary>
/// <param name="live">For notices.</param>
/// <param name="scene">What is changed.</param>
/// <param name="editor">Makes the changes.</param>
/// <param name="host">The component that shows this page: without it nobody could take anything back.</param>
internal sealed class PartButtons(LiveContext live, Scene scene, SceneEditor editor, Component host)
{
    private AddDialog? _adding;
    private RenameDialog? _renaming;

    /// <summary>Declares the buttons, and the dialog that is open.</summary>
    /// <param name="ui">The frame's GUI.</param>
    /// <param name="one">The chosen object; null = none.</param>
    /// <param name="part">The chosen component; null = all of the object's.</param>
    public void Draw(Ui ui, GameObject? one, Component? part)
    {
        using (ui.Row(Track.Fill, Track.Fill, Track.Fill))
        {
            if (ui.Button(InspectorTexts.Add, InspectorTexts.AddHint))
            {
                _adding = new AddDialog(live, scene, editor, one);
            }

            live.Controls.Place("add part");
            if (ui.Button(InspectorTexts.Rename, InspectorTexts.RenameHint, isEnabled: one is not null))
            {
                _renaming = new RenameDialog(live, editor, one!);
            }

            live.Controls.Place("rename part");
            if (ui.Button(InspectorTexts.Remove, InspectorTexts.RemoveHint, isEnabled: one is not null))
            {
                Remove(one!, part);
            }

            live.Controls.Place("remove part");
        }

        if (_adding?.Show(ui) == false)
        {
            _adding = null;
            ui.EndDialog();
        }

        if (_renaming?.Show(ui) == false)
        {
            _renaming = null;
            ui.EndDialog();
        }
    }

    private void Remove(GameObject one, Component? part)
    {
        var fault = part == host || (part is null && one == host.GameObject)
            ? InspectorTexts.ShowsThisPage(host.Type!.Name)
            : editor.Remove(one, part);
        if (fault is not null)
        {
            live.Notices.Tell(ToastKind.Warning, fault);
        }
    }
}
