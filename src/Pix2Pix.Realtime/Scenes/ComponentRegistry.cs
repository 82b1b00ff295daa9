using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>
/// The kinds of components that scene files may name: <see cref="Transform"/> always, the program's own, and those that <see
/// cref="Plugins.PluginFolder"/> finds.
/// </summary>
public sealed class ComponentRegistry
{
    private readonly Dictionary<string, ComponentType> _types = new(StringComparer.Ordinal) { [Transform.Kind.Name] = Transform.Kind };

    /// <summary>Every kind that is registered, in no particular order.</summary>
    public IEnumerable<ComponentType> Types => _types.Values;

    /// <summary>Registers a component of the program's own.</summary>
    /// <param name="name">What scene files call it.</param>
    /// <param name="properties">Its properties.</param>
    /// <param name="create">Makes one from its properties' values.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ComponentRegistry Register(string name, SettingsTable properties, Func<SettingValues, Component> create)
    {
        _types.Add(name, new ComponentType(name, properties, create));
        return this;
    }

    /// <summary>Registers a kind that was described elsewhere, as a plugin's is.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public ComponentRegistry Register(ComponentType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _types.Add(type.Name, type);
        return this;
    }

    /// <summary>The kind of that name, in exactly these letters; null = none is registered.</summary>
    public ComponentType? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The end of an error message about a name that is not registered.</summary>
    public string Hint(string name) => Spelling.Hint(name, _types.Keys);
}
