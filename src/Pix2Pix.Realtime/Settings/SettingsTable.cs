namespace Pix2Pix.Realtime.Settings;

/// <summary>All settings of one kind of configuration, in the order in which they are written and shown. Immutable; any thread.</summary>
public sealed class SettingsTable
{
    private readonly Dictionary<string, Setting> _byPath;

    public SettingsTable(params IReadOnlyList<Setting> settings)
    {
        All = settings;
        _byPath = settings.ToDictionary(setting => setting.Path, StringComparer.Ordinal);
    }

    public IReadOnlyList<Setting> All { get; }

    /// <summary>The setting at a path, e.g. <c>generator.width</c>; null if there is none.</summary>
    public Setting? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether a path is a group of settings, e.g. <c>generator</c>.</summary>
    public bool IsGroup(string path) => All.Any(setting => setting.Path.StartsWith($"{path}.", StringComparison.Ordinal));

    /// <summary>The existing path that a person most likely meant.</summary>
    public string Nearest(string path)
    {
        var last = LastWord(path);
        return All.Select(setting => setting.Path).MinBy(known =>
            Math.Min(Spelling.Distance(known, path), Spelling.Distance(LastWord(known), last) + 1))!;
    }

    private static string LastWord(string path) => path[(path.LastIndexOf('.') + 1)..];
}
