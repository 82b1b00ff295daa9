using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Inspector;

/// <summary>One property of a component: the control that fits it, the way back to its default, and below it what it does, its range and its unit, as its declaration has them. UI thread.</summary>
internal sealed class PropertyRow(LiveContext live, SceneEditor editor, Component part, Setting setting)
{
    /// <summary>A slider is for what a hand can find on it; wider ranges are typed.</summary>
    private const double WidestSlider = 10;
    private const int MostSteps = 300;

    /// <summary>Points.</summary>
    private const float ResetWidth = 28;

    private readonly string _label = setting.Path.Replace('_', ' ');
    private readonly string _place = $"property {part.Type!.Name}.{setting.Path}";
    private readonly string _resetPlace = $"reset {part.Type!.Name}.{setting.Path}";
    private readonly string _help = $"{setting.Help}; {setting.Range}{(setting.Unit.Length > 0 ? $" {setting.Unit}" : "")}";
    private readonly string _reset = InspectorTexts.ResetHint(setting.DefaultText);
    private readonly SettingValues _values = part.Values!;
    private string _text = "";
    private string? _fault;
    private long _version = -1;
    private string _before = "";
    private long _beforeVersion = -1;
    private bool _isDragged;

    public void Draw(Ui ui)
    {
        using var scope = ui.Scope(setting.Path);
        if (_beforeVersion != _values.Version)
        {
            (_before, _beforeVersion) = (Words, _values.Version);
        }

        var isReset = false;
        using (ui.Row(Track.Fill, ResetWidth))
        {
            using (ui.Column())
            {
                Value(ui);
            }

            isReset = ui.IconButton(Icon.Undo, _reset, isEnabled: _values.IsChanged(setting));
            live.Controls.Place(_resetPlace);
        }

        if (isReset)
        {
            _fault = part.TrySet(setting, setting is Setting<string> words ? words.Default : setting.DefaultText);
            Keep(_fault is null, isSame: false);
        }
    }

    /// <summary>The value as a person types it.</summary>
    private string Words => setting is Setting<string> words ? _values.Get(words) : _values.Text(setting);

    private void Value(Ui ui)
    {
        var isChanged = setting switch
        {
            Setting<bool> toggle => ui.Property(_label, part, toggle),
            { Choices.Count: > 0 } => ui.Choice(_label, part, setting),
            Setting<double> number when part.IsLive(setting) && number.Maximum - number.Minimum <= WidestSlider => ui.Property(_label, part, number),
            Setting<int> number when part.IsLive(setting) && (long)number.Maximum - number.Minimum <= MostSteps => ui.Property(_label, part, number),
            _ => Text(ui),
        };
        live.Controls.Place(_place, _text);
        var isHeld = ui.LastDid.IsHeld;
        Keep(isChanged, _isDragged);
        _isDragged = isHeld && (isChanged || _isDragged);
        ui.Note(_fault ?? _help, _fault is null ? null : Theme.Bad);
    }

    private void Keep(bool isChanged, bool isSame)
    {
        if (isChanged)
        {
            _fault = null;
            editor.Keep(part, setting, _before, Words, isSame);
        }
    }

    private bool Text(Ui ui)
    {
        // A text that is not being typed follows the component.
        if (_version != _values.Version && !ui.HasKeyboardOf(_label) && _fault is null)
        {
            _version = _values.Version;
            _text = Words;
        }

        var typed = ui.TextBox(_label, ref _text, setting is Setting<string> ? "" : setting.DefaultText, tooltip: null, _fault is not null);
        if (typed != Typed.Entered)
        {
            return false;
        }

        _fault = part.TrySet(setting, _text);
        return _fault is null;
    }
}
