using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>The kinds of components that a program offers to scene files. Each is registered outright: nothing is searched for.</summary>
public sealed class ComponentRegistry
{
    private readonly Dictionary<string, ComponentType> _types = new(StringComparer.Ordinal);

    public IEnumerable<ComponentType> Types => _types.Values;

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ComponentRegistry Register(string name, SettingsTable properties, Func<SettingValues, Component> create)
    {
        _types.Add(name, new ComponentType(name, properties, create));
        return this;
    }

    public ComponentType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The name that a person most likely meant; null when nothing is registered.</summary>
    public string? Nearest(string name) => Spelling.Nearest(name, _types.Keys);
}
