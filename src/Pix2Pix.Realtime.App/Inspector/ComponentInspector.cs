using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>One component's switch and properties: first those that take effect at once, then the others. UI thread.</summary>
/// <param name="live">For notices.</param>
/// <param name="editor">Told of each change.</param>
/// <param name="part">It has a type and values.</param>
/// <param name="isHost">Whether the page that shows this is its own, and would go away with it.</param>
internal sealed class ComponentInspector(LiveContext live, SceneEditor editor, Component part, bool isHost)
{
    private const float ReopenWidth = 72;

    private readonly string _scope = $"{part.GameObject.Name}/{part.Type?.Name}";
    private readonly IReadOnlyList<PropertyRow> _live = [.. Rows(live, editor, part, isLive: true)];
    private readonly IReadOnlyList<PropertyRow> _later = [.. Rows(live, editor, part, isLive: false)];

    public void Draw(Ui ui)
    {
        if (part.Type is not { } type)
        {
            return;
        }

        using var scope = ui.Scope(_scope);
        ui.Heading(type.Name);
        if (type.Help.Length > 0)
        {
            ui.Note(type.Help);
        }

        if (type.Plugin.Length > 0)
        {
            ui.Value(InspectorTexts.Plugin, Path.GetFileName(type.Plugin));
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
            using (ui.Row(Track.Fill, ReopenWidth))
            {
                ui.Label(InspectorTexts.WhenReopened, Theme.Warning);
                if (ui.Button(InspectorTexts.Reopen, InspectorTexts.ReopenHint))
                {
                    editor.Reopen();
                }
            }

            foreach (var row in _later)
            {
                row.Draw(ui);
            }
        }

        ui.Separator();
    }

    /// <summary>Programs are named in the preferences, not in scenes.</summary>
    private static IEnumerable<PropertyRow> Rows(LiveContext live, SceneEditor editor, Component part, bool isLive) =>
        part.Type?.Properties.All.Where(one => part.IsLive(one) == isLive && !one.IsProgram).Select(one => new PropertyRow(live, editor, part, one)) ?? [];

    private void Switch(Ui ui, Behaviour behaviour)
    {
        var isOn = behaviour.Enabled;
        if (ui.Toggle(InspectorTexts.Enabled, ref isOn, isHost ? InspectorTexts.EnabledFixedHint : InspectorTexts.EnabledHint, isEnabled: !isHost))
        {
            behaviour.Enabled = isOn;
            editor.Keep(part, property: null, $"{!isOn}", $"{isOn}");
        }

        live.Controls.Place(_scope);
    }
}
