using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>A kind of component that scene files may name.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Properties">Its properties, declared once with type, default, range and help.</param>
/// <param name="Create">Makes one from its properties' values.</param>
public sealed record ComponentType(string Name, SettingsTable Properties, Func<SettingValues, Component> Create)
{
    /// <summary>The properties that take effect while the scene runs; a slider, a knob on a desk or an inspector may set these.</summary>
    public IReadOnlyList<Setting> Live { get; init; } = [];

    /// <summary>The file of the plugin that brings it; empty = the program's own.</summary>
    public string Plugin { get; init; } = "";

    /// <summary>Makes a component that knows what it is and what it was made from.</summary>
    internal Component Make(SettingValues values)
    {
        var component = Create(values);
        (component.Type, component.Values) = (this, values);
        return component;
    }
}
