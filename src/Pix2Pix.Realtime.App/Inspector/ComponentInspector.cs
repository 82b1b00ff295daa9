using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>One component's switch and properties: first those that take effect at once, then the others. UI thread.</summary>
/// <param name="live">For notices.</param>
/// <param name="edits">Told of each change.</param>
/// <param name="part">It has a type and values.</param>
/// <param name="isHost">Whether the page that shows this is its own, and would go away with it.</param>
internal sealed class ComponentInspector(LiveContext live, EditHistory edits, Component part, bool isHost)
{
    private readonly string _scope = $"{part.GameObject.Name}/{part.Type?.Name}";
    private readonly IReadOnlyList<PropertyRow> _live = [.. Rows(live, edits, part, isLive: true)];
    private readonly IReadOnlyList<PropertyRow> _later = [.. Rows(live, edits, part, isLive: false)];

    public void Draw(Ui ui)
    {
        if (part.Type is not { } type)
        {
            return;
        }

        using var scope = ui.Scope(_scope);
        ui.Heading(type.Name);
        if (type.Plugin.Length > 0)
        {
            ui.Value("Plugin", Path.GetFileName(type.Plugin));
        }

        if (part is Behaviour behaviour)
        {
            Switch(ui, behaviour);
        }

        foreach (var row in _live)
        {
            row.Draw(ui);
        }

        if (_later.Count > 0)
        {
            ui.Space();
            ui.Label("When the scene is reopened:", Theme.Warning);
            foreach (var row in _later)
            {
                row.Draw(ui);
            }
        }

        ui.Separator();
    }

    /// <summary>Programs are named in the preferences, not in scenes.</summary>
    private static IEnumerable<PropertyRow> Rows(LiveContext live, EditHistory edits, Component part, bool isLive) =>
        part.Type?.Properties.All.Where(one => part.IsLive(one) == isLive && !one.IsProgram).Select(one => new PropertyRow(live, edits, part, one)) ?? [];

    private void Switch(Ui ui, Behaviour behaviour)
    {
        var isOn = behaviour.Enabled;
        if (ui.Toggle("Enabled", ref isOn, isHost ? "It shows this page" : "Turn off to pause and hide this component", isEnabled: !isHost))
        {
            edits.Add(part, null, isOn ? bool.FalseString : bool.TrueString, isOn ? bool.TrueString : bool.FalseString);
            behaviour.Enabled = isOn;
            live.Log.Write("enabled", new { component = part.Type!.Name, isOn });
            live.Frames.RequestDraw();
        }

        live.Controls.Place(_scope);
    }
}
