using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>The Scene tab: the scene's objects and components, what can be set of them, and a file to keep it in. Tree and properties scroll apart, so that both are in view. UI thread.</summary>
internal sealed class ScenePage
{
    /// <summary>The tree takes at most this part of the page.</summary>
    private const float TreeShare = 0.4f;

    /// <summary>Points, also where the page is lower than both.</summary>
    private const float LeastTree = 112;
    private const float LeastProperties = 160;

    private readonly Hierarchy _hierarchy;
    private readonly SceneEditor _editor;
    private readonly SceneSaver _saver;
    private readonly PartButtons _parts;
    private readonly Dictionary<Component, ComponentInspector> _inspectors = [];
    private readonly LiveContext _live;
    private readonly Component _host;

    /// <param name="live">Notified, and whose log has it.</param>
    /// <param name="scene">What is shown.</param>
    /// <param name="host">The component that shows this page; it can't be switched off here.</param>
    public ScenePage(LiveContext live, Scene scene, Component host)
    {
        (_live, _host) = (live, host);
        _hierarchy = new Hierarchy(live, scene);
        _editor = new SceneEditor(live, scene);
        _saver = new SceneSaver(live, scene, _editor);
        _parts = new PartButtons(live, scene, _editor, host);
        if (live.Options.Visit?.Edited is { } edited)
        {
            _hierarchy.Choose(edited);
        }
    }

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        _saver.Draw(ui);
        Edits(ui);
        _parts.Draw(ui, _hierarchy.Chosen, _hierarchy.ChosenPart);
        ui.Separator();
        var tree = Math.Min(_hierarchy.VisibleRows() * (Theme.ListRowHeight + Theme.RowGap), Math.Max(LeastTree, ui.Remaining() * TreeShare));
        using (Area(ui, "tree", tree))
        {
            _hierarchy.Draw(ui);
        }

        ui.Separator();
        using (Area(ui, "properties", Math.Max(LeastProperties, ui.Remaining())))
        {
            Properties(ui);
        }
    }

    /// <summary>A part of the page that scrolls; its bar lies in the panel's padding.</summary>
    private static ScrollScope Area(Ui ui, string name, float height) => ui.ScrollArea(name, ui.Next(height).Inflate(ui.Px(Theme.ColumnGap)), Theme.ColumnGap);

    private void Properties(Ui ui)
    {
        if (_hierarchy.Chosen is not { } one)
        {
            ui.Note(InspectorTexts.NothingSelected);
            return;
        }

        foreach (var part in one.Components)
        {
            if (_hierarchy.ChosenPart is null || _hierarchy.ChosenPart == part)
            {
                Inspector(part).Draw(ui);
            }
        }
    }

    private void Edits(Ui ui)
    {
        using (ui.Row(Track.Fill, Track.Fill))
        {
            if (ui.Button(InspectorTexts.Undo, InspectorTexts.UndoHint, isEnabled: _live.Edits.CanUndo))
            {
                _editor.Undo();
            }

            _live.Controls.Place("undo edit");
            if (ui.Button(InspectorTexts.Redo, InspectorTexts.RedoHint, isEnabled: _live.Edits.CanRedo))
            {
                _editor.Redo();
            }

            _live.Controls.Place("redo edit");
        }
    }

    private ComponentInspector Inspector(Component part)
    {
        if (!_inspectors.TryGetValue(part, out var inspector))
        {
            _inspectors.Add(part, inspector = new ComponentInspector(_live, _editor, part, isHost: part == _host));
        }

        return inspector;
    }
}
