namespace Pix2Pix.Realtime.Labels;

/// <summary>A set of label classes. Immutable; any thread.</summary>
public sealed class Palette
{
    private readonly LabelClass?[] _byId = new LabelClass?[256];
    private readonly (Rgb Color, byte Id)[] _accepted;

    internal Palette(string name, byte background, IReadOnlyList<LabelClass> classes, IReadOnlyList<(Rgb Color, byte Id)> also)
    {
        Name = name;
        Classes = classes;
        foreach (var entry in classes)
        {
            _byId[entry.Id] = entry;
        }

        Background = _byId[background]!;
        _accepted = [.. classes.Select(entry => (entry.Color, entry.Id)), .. also];
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
    /// The class nearest to a colour, among the exact colours and those that other tools use for the same classes; where two are equally near,
    /// the earlier one of the palette.
    /// </summary>
    /// <param name="color">Any colour.</param>
    /// <param name="distanceSquared">How far it is from that class's nearest colour: 0 = exact.</param>
    public byte Nearest(Rgb color, out int distanceSquared)
    {
        var (best, id) = (int.MaxValue, Background.Id);
        foreach (var (accepted, candidate) in _accepted)
        {
            var distance = accepted.DistanceSquared(color);
            if (distance < best)
            {
                (best, id) = (distance, candidate);
            }
        }

        distanceSquared = best;
        return id;
    }
}
