namespace Pix2Pix.Realtime.Styles;

/// <summary>
/// The style that a generator translates with; a change takes effect with the next translation. Thread contract: any thread sets and reads it; the
/// generator's own thread takes it. Nothing allocates.
/// </summary>
public sealed class StyleInput
{
    private readonly Lock _gate = new();
    private readonly float[] _values;
    private int _version;

    /// <summary>Starts with the neutral style.</summary>
    /// <param name="style">What the generator's file says of its styles; the neutral one is set.</param>
    public StyleInput(ModelStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        Style = style;
        _values = style.Definition.Neutral.ToArray();
    }

    /// <summary>What the numbers mean, and those of the training set.</summary>
    public ModelStyle Style { get; }

    /// <summary>What the numbers mean.</summary>
    public StyleDefinition Definition => Style.Definition;

    /// <summary>Changes with every <see cref="Set"/>.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Sets the style of the next translations.</summary>
    /// <param name="style">A number each as <see cref="StyleDefinition.Values"/> has them; what lies outside its range is moved to the range's end.</param>
    /// <exception cref="UserException">It is no style of this definition; the one before stays.</exception>
    public void Set(ReadOnlySpan<float> style)
    {
        Definition.Require(style);
        lock (_gate)
        {
            style.CopyTo(_values);
            Definition.Bound(_values);
            _version++;
        }
    }

    /// <summary>
    /// Sets what another generator's style says, by the names of its groups: a generator that takes another's place goes on with its style. The other's neutral style says nothing.
    /// Allocates nothing where both have one definition.
    /// </summary>
    public void TakeOver(StyleInput other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Span<float> theirs = stackalloc float[other.Definition.Count];
        other.CopyTo(theirs);
        if (theirs.SequenceEqual(other.Definition.Neutral))
        {
            Set(Definition.Neutral);
            return;
        }

        if (Definition.IsLike(other.Definition))
        {
            Set(theirs);
            return;
        }

        Span<float> ours = stackalloc float[Definition.Count];
        Definition.Convert(other.Definition, theirs, ours);
        Set(ours);
    }

    /// <summary>Copies the style that is set.</summary>
    /// <param name="into">As long as the definition's <see cref="StyleDefinition.Count"/>.</param>
    public void CopyTo(Span<float> into)
    {
        lock (_gate)
        {
            _values.CopyTo(into);
        }
    }

    /// <summary>The generator's thread: copies the style that is set, where it is another than the one it saw last.</summary>
    /// <param name="seen">The version that was seen last, -1 at first; becomes the one that is copied.</param>
    /// <returns>Whether it is another.</returns>
    public bool TryTake(ref int seen, Span<float> into)
    {
        if (Version == seen)
        {
            return false;
        }

        lock (_gate)
        {
            _values.CopyTo(into);
            seen = _version;
        }

        return true;
    }
}
