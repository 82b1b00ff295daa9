namespace Pix2Pix.Realtime.Settings;

/// <summary>All settings of one kind of configuration, in the order in which they are written and shown. Immutable; any thread.</summary>
public sealed class SettingsTable
{
    private readonly Dictionary<string, Setting> _byPath;

    /// <summary>A table of settings.</summary>
    /// <param name="settings">In the order in which they are written and shown; their paths differ.</param>
    /// <exception cref="ArgumentException">Two have the same path.</exception>
    public SettingsTable(params IReadOnlyList<Setting> settings)
    {
        All = settings;
        _byPath = settings.ToDictionary(setting => setting.Path, StringComparer.Ordinal);
    }

    /// <summary>Every setting, in the order in which they are written and shown.</summary>
    public IReadOnlyList<Setting> All { get; }

    /// <summary>The paths of settings that there were once, each with the value at which it did nothing: every run's file has all settings, and an old run must go on.</summary>
    internal IReadOnlyDictionary<string, string> Removed { get; init; } = new Dictionary<string, string>();

    /// <summary>The setting at a path, e.g. <c>generator.width</c>; null if there is none.</summary>
    public Setting? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Whether a path is a group of settings, e.g. <c>generator</c>.</summary>
    public bool IsGroup(string path) => All.Any(setting => setting.Path.StartsWith($"{path}.", StringComparison.Ordinal));

    /// <summary>The end of an error message about an unknown path: the nearest known path, or the paths of its group where none is near.</summary>
    public string Hint(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] known = [.. All.SelectMany(setting => Parts(setting.Path)).Distinct()];
        return Spelling.Nearest(LastWord(path), known.Select(LastWord)) is { } word
            ? $"did you mean {known.Where(one => LastWord(one) == word).MinBy(one => Spelling.Distance(one, path))}?"
            : $"known: {string.Join(", ", Siblings(path, known))}.";
    }

    /// <summary>A path and the groups around it, e.g. <c>generator</c> and <c>generator.width</c>.</summary>
    private static IEnumerable<string> Parts(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }

        yield return path;
    }

    private static IEnumerable<string> Siblings(string path, string[] known)
    {
        var group = path[..(path.LastIndexOf('.') + 1)];
        var siblings = known.Where(one => one.StartsWith(group, StringComparison.Ordinal) && one.LastIndexOf('.') < group.Length).ToList();
        return siblings.Count > 0 ? siblings : known.Where(one => !one.Contains('.', StringComparison.Ordinal));
    }

    private static string LastWord(string path) => path[(path.LastIndexOf('.') + 1)..];
}
