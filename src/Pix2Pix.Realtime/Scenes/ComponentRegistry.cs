using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>The kinds of components that a program offers to scene files: <see cref="Transform"/> always. The program's own are registered outright; those of plugins by <see cref="Plugins.PluginFolder"/>.</summary>
public sealed class ComponentRegistry
{
    private readonly Dictionary<string, ComponentType> _types = new(StringComparer.Ordinal) { [Transform.Kind.Name] = Transform.Kind };

    public IEnumerable<ComponentType> Types => _types.Values;

    /// <param name="name">What scene files call it.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="create">Makes one from its properties' values.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ComponentRegistry Register(string name, SettingsTable properties, Func<SettingValues, Component> create)
    {
        _types.Add(name, new ComponentType(name, properties, create));
        return this;
    }

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ComponentRegistry Register(ComponentType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _types.Add(type.Name, type);
        return this;
    }

    public ComponentType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The end of an error message about a name that is not registered.</summary>
    public string Hint(string name) => Spelling.Hint(name, _types.Keys);
}
