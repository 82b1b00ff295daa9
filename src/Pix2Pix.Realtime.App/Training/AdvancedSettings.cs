using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Training;

/// <summary>Every setting of a run, group by group, from the settings table: what it does, what it may be, and a control for it. UI thread.</summary>
internal sealed class AdvancedSettings(LiveContext live, RunForm form)
{
    private readonly List<Group> _groups =
        [.. TrainingSettings.Table.All.GroupBy(setting => setting.Path[..setting.Path.IndexOf('.', StringComparison.Ordinal)]).Select(group => new Group(group.Key, [.. group.Select(setting => new Entry(setting))]))];

    private bool? _isOpen = false;

    /// <summary>Declares the tree of groups.</summary>
    /// <returns>The group whose setting was changed, e.g. "data"; null = none was.</returns>
    public string? Draw(Ui ui)
    {
        if (ui.TreeRow(TrainingTexts.Advanced, ref _isOpen))
        {
            _isOpen = !_isOpen;
        }

        live.Controls.Place("advanced");
        if (_isOpen is not true)
        {
            return null;
        }

        string? changed = null;
        using (ui.Indent(Theme.ColumnGap))
        {
            foreach (var group in _groups)
            {
                if (ui.TreeRow(group.Name, ref group.IsOpen))
                {
                    group.IsOpen = !group.IsOpen;
                }

                live.Controls.Place(group.Place);
                for (var i = 0; group.IsOpen is true && i < group.Entries.Count; i++)
                {
                    if (Draw(ui, group.Entries[i]))
                    {
                        changed = group.Name;
                    }
                }
            }
        }

        return changed;
    }

    private bool Draw(Ui ui, Entry entry)
    {
        var setting = entry.Setting;
        var isChanged = false;
        using (ui.Scope(setting.Path))
        using (ui.Row(Track.Fill, Theme.ControlHeight))
        {
            if (setting is Setting<bool> toggle)
            {
                var isOn = form.Settings.Get(toggle);
                isChanged = ui.Toggle(entry.Name, ref isOn, entry.Help) && Edit(entry, isOn ? "true" : "false");
            }
            else
            {
                ui.Label(entry.Name, form.IsEdited(setting) ? Theme.Accent : Theme.TextDim);
            }

            if (form.IsEdited(setting))
            {
                if (ui.IconButton(Icon.Undo, TrainingTexts.ResetHint))
                {
                    form.Reset(setting);
                    isChanged = true;
                }
            }
            else
            {
                ui.Label("");
            }
        }

        return setting is Setting<bool> ? isChanged : isChanged | Field(ui, entry);
    }

    private bool Field(Ui ui, Entry entry)
    {
        if (entry.Setting.Choices is { Count: > 0 } choices)
        {
            var chosen = entry.IndexOf(form.Settings.Text(entry.Setting));
            return ui.DropDown(entry.Label, ref chosen, choices, entry.Help) && Edit(entry, choices[chosen]);
        }

        // A text that is not being typed follows the form.
        if (!ui.HasKeyboardOf(entry.Label) && entry.Fault is null)
        {
            entry.Text = entry.Setting is Setting<string> words ? form.Settings.Get(words) : form.Settings.Text(entry.Setting);
        }

        var typed = ui.TextBox(entry.Label, ref entry.Text, entry.Setting.DefaultText, entry.Help, entry.Fault is not null);
        live.Controls.Place(entry.Setting.Path, entry.Text);
        var isChanged = typed == Typed.Entered && Edit(entry, entry.Text);
        if (entry.Fault is { } fault)
        {
            ui.Note(fault, Theme.Warning);
        }

        return isChanged;
    }

    private bool Edit(Entry entry, string text)
    {
        entry.Fault = form.Edit(entry.Setting, text);
        live.Log.Write("setting", new { path = entry.Setting.Path, text, fault = entry.Fault });
        return entry.Fault is null;
    }

    /// <summary>The settings that share the first part of their path.</summary>
    private sealed class Group(string name, IReadOnlyList<Entry> entries)
    {
        public bool? IsOpen = false;

        public string Name { get; } = name;

        public string Place { get; } = $"advanced {name}";

        public IReadOnlyList<Entry> Entries { get; } = entries;
    }

    /// <summary>One setting and what is being typed into it.</summary>
    private sealed class Entry(Setting setting)
    {
        public string Text = "";

        public Setting Setting { get; } = setting;

        /// <summary>Its path within the group.</summary>
        public string Name { get; } = setting.Path[(setting.Path.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('_', ' ');

        public string Label { get; } = $"##{setting.Path}";

        public string Help { get; } = $"{setting.Help}; {setting.Range}{(setting.Unit.Length > 0 ? $" {setting.Unit}" : "")}; usually {setting.DefaultText}";

        /// <summary>Why what was typed can't be used; null = it can.</summary>
        public string? Fault { get; set; }

        public int IndexOf(string word)
        {
            for (var i = 0; i < Setting.Choices.Count; i++)
            {
                if (Setting.Choices[i] == word)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
