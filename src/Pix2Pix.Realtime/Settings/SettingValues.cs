using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Settings;

/// <summary>The values of a table's settings; what was not set has its default. Not thread-safe while it is being set.</summary>
public sealed class SettingValues
{
    private readonly Dictionary<Setting, object> _values = [];

    /// <summary>The values of a table, each at its default.</summary>
    /// <param name="table">The settings that it may hold.</param>
    public SettingValues(SettingsTable table) => Table = table;

    /// <summary>The settings that it may hold.</summary>
    public SettingsTable Table { get; }

    /// <summary>Grows whenever a value is set.</summary>
    public long Version { get; private set; }

    /// <summary>The value of a setting: what was set, else its default.</summary>
    public T Get<T>(Setting<T> setting) where T : notnull => _values.TryGetValue(setting, out var value) ? (T)value : setting.Default;

    /// <summary>Sets a value that is known to lie in the setting's range.</summary>
    public void Set<T>(Setting<T> setting, T value) where T : notnull
    {
        _values[setting] = value;
        Version++;
    }

    /// <summary>Sets a value from its text, as on the command line.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    public string? TrySet(Setting setting, string text)
    {
        var refusal = TrySet(setting, ConfigFile.ParseValue(text));
        return refusal is null ? null : $"{setting.Path}: {refusal}.";
    }

    /// <summary>Sets the value that is nearest to a number from outside, e.g. a fader's.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    public string? TrySet(Setting setting, double number)
    {
        if (setting.Nearest(number) is not { } value)
        {
            return $"{setting.Path}: expected {setting.Range}, found the number {number.ToString(CultureInfo.InvariantCulture)}.";
        }

        _values[setting] = value;
        Version++;
        return null;
    }

    /// <summary>The value as it is written in a file.</summary>
    public string Text(Setting setting) => setting.Format(_values.GetValueOrDefault(setting, setting.DefaultObject));

    /// <summary>Which of a choice's words is set; -1 for other kinds. Allocates nothing.</summary>
    public int Chosen(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.IndexOf(_values.GetValueOrDefault(setting, setting.DefaultObject));
    }

    /// <summary>Whether the value differs from the default.</summary>
    public bool IsChanged(Setting setting) => Text(setting) != setting.DefaultText;

    /// <summary>Whether a value was set, be it the default.</summary>
    public bool IsSet(Setting setting) => _values.ContainsKey(setting);

    /// <summary>The values of those settings that another table has too.</summary>
    public SettingValues Of(SettingsTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var some = new SettingValues(table);
        foreach (var setting in table.All.Where(IsSet))
        {
            some._values[setting] = _values[setting];
        }

        return some;
    }

    /// <summary>A copy of its own: setting a value in one leaves the other as it is.</summary>
    public SettingValues Clone()
    {
        var clone = new SettingValues(Table);
        foreach (var (setting, value) in _values)
        {
            clone._values[setting] = value;
        }

        return clone;
    }

    /// <summary>Every setting with its value, as YAML that reads back to the same values; <see cref="ConfigFile.Save"/> makes a file of it.</summary>
    public string ToYaml()
    {
        var text = new StringBuilder();
        var open = Array.Empty<string>();
        foreach (var setting in Table.All)
        {
            var path = setting.Path.Split('.');
            var shared = 0;
            while (shared < path.Length - 1 && shared < open.Length && path[shared] == open[shared])
            {
                shared++;
            }

            for (var level = shared; level < path.Length - 1; level++)
            {
                text.Append(' ', level * 2).Append(path[level]).Append(":\n");
            }

            text.Append(' ', (path.Length - 1) * 2).Append(path[^1]).Append(": ").Append(Text(setting)).Append('\n');
            open = path[..^1];
        }

        return text.ToString();
    }

    /// <summary>What was set, for <see cref="Restore"/>; null = nothing was.</summary>
    internal object? Peek(Setting setting) => _values.GetValueOrDefault(setting);

    /// <summary>Sets again what was set before.</summary>
    internal void Restore(Setting setting, object? value)
    {
        if (value is null)
        {
            _values.Remove(setting);
        }
        else
        {
            _values[setting] = value;
        }

        Version++;
    }

    internal string? TrySet(Setting setting, YamlNode node)
    {
        var refusal = setting.TryRead(node, out var value);
        if (value is not null)
        {
            _values[setting] = value;
            Version++;
        }

        return refusal;
    }
}
