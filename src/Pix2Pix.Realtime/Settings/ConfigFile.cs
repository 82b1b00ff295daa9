using Pix2Pix.Realtime.Files;
using YamlDotNet.RepresentationModel;

namespace Pix2Pix.Realtime.Settings;

/// <summary>Reads configuration files against a <see cref="SettingsTable"/>: all faults of a file are reported together.</summary>
internal static class ConfigFile
{
    private static readonly FileFormat Layout = new(1);

    /// <summary>Reads a file, then applies overrides.</summary>
    /// <param name="table">The settings that exist.</param>
    /// <param name="path">A YAML file.</param>
    /// <param name="overrides"><c>path=value</c> as on the command line, e.g. <c>training.steps=300</c>.</param>
    /// <exception cref="UserException">The file is missing or no YAML, or holds faults: one line each, with its path, line and column.</exception>
    public static SettingValues Load(SettingsTable table, string path, IEnumerable<string> overrides)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"Expected a configuration file at '{path}', found none; name one that exists, such as configs/quick.yaml.");
        }

        return Parse(table, YamlFile.ReadText(path), path, overrides);
    }

    /// <summary>Reads a configuration from text.</summary>
    /// <param name="table">The settings that exist.</param>
    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <param name="overrides"><c>path=value</c>, applied after the text.</param>
    public static SettingValues Parse(SettingsTable table, string text, string name, IEnumerable<string> overrides)
    {
        var values = new SettingValues(table);
        var faults = new FileFaults();
        ReadGroup(values, "", YamlFile.Read(text, name, Layout), name, faults);
        foreach (var pair in overrides)
        {
            Override(values, pair, faults);
        }

        faults.ThrowIfAny();
        return values;
    }

    /// <summary>Writes every setting with its value, so that <see cref="Load"/> reads the same values; the file is seen whole or not at all.</summary>
    /// <exception cref="IOException">The disk is full or the folder can't be written.</exception>
    public static void Save(string path, SettingValues values) => AtomicFile.WriteText(path, Layout.YamlLine + values.ToYaml());

    /// <summary>A value as it stands in a file: a scalar, or a list in brackets.</summary>
    internal static YamlNode ParseValue(string text)
    {
        if (!text.StartsWith('['))
        {
            return new YamlScalarNode(text);
        }

        try
        {
            return YamlFile.Root(text, "the value");
        }
        catch (UserException)
        {
            // Not a list after all: the setting itself says what it expected and shows the text.
            return new YamlScalarNode(text);
        }
    }

    private static void ReadGroup(SettingValues values, string group, YamlNode node, string name, FileFaults faults)
    {
        if (node is YamlScalarNode { Value: null or "" })
        {
            return;
        }

        if (node is not YamlMappingNode map)
        {
            faults.Add($"{Place(name, node)} {(group.Length == 0 ? "the file" : group)}: expected a group of settings, 'name: value' each, found {YamlText.Found(node)}.");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            var path = group.Length == 0 ? $"{key}" : $"{group}.{key}";
            if (path == FileFormat.Key)
            {
                // The file's own number, which was looked at before.
                continue;
            }

            if (values.Table.Find(path) is { } setting)
            {
                if (values.TrySet(setting, value) is { } refusal)
                {
                    faults.Add($"{Place(name, value)} {path}: {refusal}.");
                }
            }
            else if (values.Table.IsGroup(path))
            {
                ReadGroup(values, path, value, name, faults);
            }
            else if (values.Table.Removed.GetValueOrDefault(path) != $"{value}")
            {
                faults.Add($"{Place(name, key)} {path}: no such setting; {values.Table.Hint(path)}");
            }
        }
    }

    private static void Override(SettingValues values, string pair, FileFaults faults)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            faults.Add($"'{pair}': expected path=value, such as training.steps=300.");
            return;
        }

        var path = pair[..equals];
        var fault = values.Table.Find(path) is { } setting
            ? values.TrySet(setting, pair[(equals + 1)..])
            : $"{path}: no such setting; {values.Table.Hint(path)}";
        if (fault is not null)
        {
            faults.Add(fault);
        }
    }

    private static string Place(string name, YamlNode node) => $"{name}:{node.Start.Line}:{node.Start.Column}";
}
