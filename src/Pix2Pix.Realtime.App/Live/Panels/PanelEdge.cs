using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>The strip beside the info panel: a drag makes the panel wider or narrower, a click folds it up and unfolds it. It is there at every size of the window. UI thread.</summary>
internal sealed class PanelEdge(LiveContext live)
{
    /// <summary>A press that moves less is a click.</summary>
    private const float ClickSlack = 3;

    private const float GripHeight = 56;

    private double _pressedAt;
    private float _widthBefore;
    private bool _isDragged;

    public void Draw(Ui ui)
    {
        var work = live.Workspace;
        if (work.Edge.IsEmpty)
        {
            return;
        }

        using var region = ui.Region(UiLayer.Panel, work.Edge, work.Edge);
        var did = ui.Interact(ui.Id("panel edge"), work.Edge);
        Follow(ui, did);
        if ((did.IsClicked && !_isDragged) || ui.IsPressed(did with { IsClicked = false }, Shortcut.None, isEnabled: true))
        {
            work.FoldInfo(!work.IsInfoFolded);
            live.Frames.RequestDraw();
        }

        ui.Paint.Fill(work.Edge, did.IsHovered || did.IsHeld ? Theme.ControlHover : Theme.Panel);
        var grip = work.Edge with { Y = work.Edge.Y + ((work.Edge.Height - ui.Px(GripHeight)) / 2), Height = ui.Px(GripHeight) };
        ui.Paint.Fill(grip.Inflate(-ui.Px(1)), Theme.Control, ui.Px(Theme.CornerRadius));
        ui.Paint.Edge(grip.Inflate(-ui.Px(1)), Theme.ControlEdge, ui.Px(Theme.EdgeThickness), ui.Px(Theme.CornerRadius));
        ui.PaintIcon(work.IsInfoFolded ? Icon.ChevronLeft : Icon.ChevronRight, grip, Theme.Text, Workspace.EdgeWidth - 2);
        ui.PaintFocus(did, grip);
        live.Controls.Place("panel edge");
        ui.Tip(did, work.IsInfoFolded ? PanelsTexts.UnfoldPanel : PanelsTexts.FoldPanel, live.Keys[KeyAction.Panel]);
        if (did.IsHovered || did.IsHeld)
        {
            ui.Cursor = work.IsInfoFolded ? CursorShape.Hand : CursorShape.ResizeHorizontal;
        }
    }

    private void Follow(Ui ui, Interaction did)
    {
        var work = live.Workspace;
        if (did.IsPressed)
        {
            (_pressedAt, _widthBefore, _isDragged) = (ui.Input.Pointer.X, work.InfoWidth, false);
        }

        if (!did.IsHeld || work.IsInfoFolded)
        {
            return;
        }

        var moved = (float)(_pressedAt - ui.Input.Pointer.X) / ui.Scale;
        _isDragged |= Math.Abs(moved) > ClickSlack;
        if (_isDragged)
        {
            work.InfoWidth = Math.Clamp(_widthBefore + moved, Workspace.LeastInfoWidth, Workspace.MostInfoWidth);
        }
    }
}
