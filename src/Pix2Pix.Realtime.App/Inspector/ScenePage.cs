using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>The Scene tab: the scene's objects and components, what can be set of them, and a file to keep it in. UI thread.</summary>
internal sealed class ScenePage
{
    private readonly Hierarchy _hierarchy;
    private readonly SceneSaver _saver;
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
        _saver = new SceneSaver(live, scene);
    }

    /// <summary>Declares the tab's controls.</summary>
    public void Draw(Ui ui)
    {
        _saver.Draw(ui);
        ui.Separator();
        _hierarchy.Draw(ui);
        ui.Separator();
        if (_hierarchy.Chosen is not { } one)
        {
            ui.Note("Select an object or a component to see its properties.");
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

    private ComponentInspector Inspector(Component part)
    {
        if (!_inspectors.TryGetValue(part, out var inspector))
        {
            _inspectors.Add(part, inspector = new ComponentInspector(_live, part, isHost: part == _host));
        }

        return inspector;
    }
}
