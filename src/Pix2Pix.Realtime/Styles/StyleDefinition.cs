namespace Pix2Pix.Realtime.Styles;

/// <summary>
/// The meaning of a style's numbers: at most 16 in a fixed order, group by group, for what a label map leaves open and its photograph shows. A style is a
/// vector of these numbers, each in the unit of its group. Immutable; any thread.
/// </summary>
public sealed class StyleDefinition
{
    /// <summary>A style has at most so many numbers.</summary>
    public const int MostValues = 16;

    private static readonly string[] ColorParts = ["red", "green", "blue"];

    private readonly float[] _neutral;

    /// <summary>Makes a definition; its numbers stand in the order of the groups.</summary>
    /// <param name="name">Of the definition, e.g. <c>facades</c>.</param>
    /// <param name="palette">The palette whose classes the regions are; empty = the picture's object and its surroundings, found without labels.</param>
    /// <param name="groups">At least one, of different names.</param>
    /// <exception cref="UserException">There are none, too many, or two of one name.</exception>
    public StyleDefinition(string name, string palette, IReadOnlyList<StyleGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        (Name, Palette, Groups) = (name, palette, groups);
        var count = groups.Sum(group => group.Count);
        if (count is < 1 or > MostValues)
        {
            throw new UserException($"Expected a style of 1..{MostValues} numbers, found {count}; a colour is three of them.");
        }

        if (groups.GroupBy(group => group.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UserException($"Expected different names for the values of a style, found '{twice.Key}' {twice.Count()} times; rename one.");
        }

        Values = [.. groups.SelectMany(ValuesOf)];
        _neutral = [.. Values.Select(value => value.Neutral)];
    }

    /// <summary>What it is called, e.g. <c>facades</c>.</summary>
    public string Name { get; }

    /// <summary>The palette whose classes its regions are; empty = the picture's object and its surroundings.</summary>
    public string Palette { get; }

    /// <summary>What a person sets, in the order of the numbers.</summary>
    public IReadOnlyList<StyleGroup> Groups { get; }

    /// <summary>Every number in order.</summary>
    public IReadOnlyList<StyleValue> Values { get; }

    /// <summary>How many numbers a style has: 1..16.</summary>
    public int Count => Values.Count;

    /// <summary>The style where nobody asks for another.</summary>
    public ReadOnlySpan<float> Neutral => _neutral;

    /// <summary>The group of a name, in any case; null = there is none.</summary>
    public StyleGroup? Find(string group)
    {
        foreach (var one in Groups)
        {
            if (one.Name.Equals(group, StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Where a group's numbers begin; -1 where there is no such group.</summary>
    public int IndexOf(string group)
    {
        var first = 0;
        foreach (var one in Groups)
        {
            if (one.Name.Equals(group, StringComparison.OrdinalIgnoreCase))
            {
                return first;
            }

            first += one.Count;
        }

        return -1;
    }

    /// <summary>The same numbers with other neutral values.</summary>
    /// <param name="neutral"><see cref="Count"/> numbers; what lies outside the range is moved to its end.</param>
    public StyleDefinition WithNeutral(ReadOnlySpan<float> neutral)
    {
        var values = neutral.ToArray();
        Bound(values);
        var first = 0;
        var groups = new List<StyleGroup>();
        foreach (var group in Groups)
        {
            groups.Add(group with { Neutral = values[first..(first + group.Count)] });
            first += group.Count;
        }

        return new StyleDefinition(Name, Palette, groups);
    }

    /// <summary>Whether another definition's numbers mean the same as this one's, in the same order. Allocates nothing.</summary>
    public bool IsLike(StyleDefinition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Groups.Count != other.Groups.Count)
        {
            return false;
        }

        for (var i = 0; i < Groups.Count; i++)
        {
            if (Groups[i].Quantity != other.Groups[i].Quantity || !Groups[i].Name.Equals(other.Groups[i].Name, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes what another definition's style says over by the names of its groups; what it does not say is neutral.</summary>
    /// <param name="style">Of the other definition.</param>
    /// <param name="into">Becomes a style of this one.</param>
    public void Convert(StyleDefinition other, ReadOnlySpan<float> style, Span<float> into)
    {
        ArgumentNullException.ThrowIfNull(other);
        Neutral.CopyTo(into);
        var first = 0;
        foreach (var group in Groups)
        {
            if (other.Find(group.Name)?.Quantity == group.Quantity)
            {
                style.Slice(other.IndexOf(group.Name), group.Count).CopyTo(into[first..]);
            }

            first += group.Count;
        }
    }

    /// <summary>Refuses what is no style of this definition.</summary>
    /// <exception cref="UserException">There are more or fewer numbers, or one is none.</exception>
    public void Require(ReadOnlySpan<float> style)
    {
        if (style.Length != Count)
        {
            throw new UserException($"Expected a style of {Count} numbers ({string.Join(", ", Values.Select(value => value.Name))}), found {style.Length}; the previous style stays.");
        }

        for (var i = 0; i < style.Length; i++)
        {
            if (!float.IsFinite(style[i]))
            {
                throw new UserException(FormattableString.Invariant($"Expected a number in {Values[i].Min}..{Values[i].Max} as the style's {Values[i].Name}, found {style[i]}; the previous style stays."));
            }
        }
    }

    /// <summary>Moves numbers outside their range to its end.</summary>
    public void Bound(Span<float> style)
    {
        for (var i = 0; i < style.Length; i++)
        {
            style[i] = Math.Clamp(style[i], Values[i].Min, Values[i].Max);
        }
    }

    /// <summary>A style as networks read it: each number in <see cref="StyleValue.Unit"/>s from its neutral value. So what a style does is learned of the differences between pictures alone.</summary>
    /// <param name="normalized">As long as <paramref name="style"/>; may be the same memory.</param>
    public void Normalize(ReadOnlySpan<float> style, Span<float> normalized)
    {
        for (var i = 0; i < style.Length; i++)
        {
            normalized[i] = (style[i] - Values[i].Neutral) / Values[i].Unit;
        }
    }

    private static IEnumerable<StyleValue> ValuesOf(StyleGroup group) => group.IsColor
        ? ColorParts.Select((part, i) => new StyleValue($"{group.Name}.{part}", $"{group.Label}, {part}", group.Min, group.Max, group.Neutral[i]))
        : [new StyleValue(group.Name, group.Label, group.Min, group.Max, group.Neutral[0])];
}
