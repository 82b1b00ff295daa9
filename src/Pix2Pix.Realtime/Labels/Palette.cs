namespace Pix2Pix.Realtime.Labels;

/// <summary>A set of label classes. Immutable; any thread.</summary>
public sealed class Palette
{
    private readonly LabelClass?[] _byId = new LabelClass?[256];

    internal Palette(string name, byte background, IReadOnlyList<LabelClass> classes, IReadOnlyList<IReadOnlyList<Rgb>> also)
    {
        Name = name;
        Classes = classes;
        foreach (var entry in classes)
        {
            _byId[entry.Id] = entry;
        }

        Background = _byId[background]!;
        Variants = [.. Enumerable.Range(0, 1 + also.Max(colors => colors.Count)).Select(variant => Variant(variant, also))];
    }

    /// <summary>Classes of these colours, with the ids 0, 1, 2, ...; the first is the background.</summary>
    /// <exception cref="UserException">There are none, more than ids, or two of one colour.</exception>
    public static Palette OfColors(string name, IReadOnlyList<Rgb> colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        return colors.Count is > 0 and <= 256 && colors.Distinct().Count() == colors.Count
            ? new Palette(name, background: 0, [.. colors.Select((color, id) => new LabelClass((byte)id, $"class {id}", color, '\0', id))], [.. colors.Select(_ => Array.Empty<Rgb>())])
            : throw new UserException($"Expected 1..256 different colours, found {colors.Count}, of which {colors.Distinct().Count()} differ; give each class its own.");
    }

    /// <summary>Its name, which snapshots carry.</summary>
    public string Name { get; }

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<LabelClass> Classes { get; }

    /// <summary>The class of an empty canvas and of the eraser.</summary>
    public LabelClass Background { get; }

    /// <summary>The class of an id; null if there is none.</summary>
    public LabelClass? Find(byte id) => _byId[id];

    /// <summary>The class of a name, ignoring case; null if there is none.</summary>
    public LabelClass? Find(string name) => Classes.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The colour of an id; an id that is no class looks like the background.</summary>
    public Rgb ColorOf(byte id) => (_byId[id] ?? Background).Color;

    /// <summary>
    /// The colours of all classes, in the order of <see cref="Classes"/>, as several tools write them: first the palette's own, then each set of
    /// other colours that is accepted on input. One picture is written by one tool, so its colours belong to one of these.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Rgb>> Variants { get; }

    /// <summary>The n-th other colours belong together; a class that has none there keeps its own.</summary>
    private Rgb[] Variant(int variant, IReadOnlyList<IReadOnlyList<Rgb>> also) =>
        [.. Classes.Select((entry, index) => variant > 0 && also[index].Count >= variant ? also[index][variant - 1] : entry.Color)];
}
