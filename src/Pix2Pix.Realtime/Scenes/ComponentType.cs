using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>A kind of component that scene files may name.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Properties">Its properties, declared once with type, default, range and help.</param>
/// <param name="Create">Makes one from its properties' values.</param>
public sealed record ComponentType(string Name, SettingsTable Properties, Func<SettingValues, Component> Create)
{
    /// <summary>The properties that take effect while the scene runs; a slider, a controller or an inspector may set these.</summary>
    public IReadOnlyList<Setting> Live { get; } = [.. Properties.All.Where(property => property.IsLive)];

    /// <summary>The component whose place it takes, so that values meant for that one, from a command line, reach it; empty = none.</summary>
    public string Role { get; init; } = "";

    /// <summary>What it is and does, in one sentence for a person who chooses among components; empty = it does not say.</summary>
    public string Help { get; init; } = "";

    /// <summary>Puts a live property into effect before the component itself is called; null = the component does it.</summary>
    internal Action<Component, Setting>? Take { get; init; }

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
