namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Which letter the person's keyboard has on which place, so that a shortcut is the key that shows its letter: with Z, the key on which Z is printed. A letter that the layout
/// lacks, such as every Latin one on a Cyrillic keyboard, keeps the place that it has on the US keyboard, and so do the digits, which some layouts have under Shift.
/// Immutable; any thread.
/// </summary>
internal sealed class KeyLayout
{
    private const int Places = 128;

    private readonly Key[] _keys = new Key[Places];
    private readonly char[] _printed = new char[Places];
    private readonly char[] _letters = new char[Places];

    /// <param name="letter">What a place types without Shift; <c>'\0'</c> = nothing, or unknown. The places are named by the US keyboard's keys.</param>
    public KeyLayout(Func<Key, char> letter)
    {
        var places = Enum.GetValues<Key>().Where(IsPlace).ToArray();
        var letters = places.ToDictionary(place => place, place => char.ToUpperInvariant(letter(place)));
        var reached = letters.Values.Where(char.IsAsciiLetterUpper).Select(found => (Key)found).ToHashSet();
        foreach (var place in places)
        {
            _letters[(int)place] = letters[place];
            _keys[(int)place] = Meaning(place, letters[place], reached);
        }

        foreach (var place in places.Where(place => (int)_keys[(int)place] > 0))
        {
            var printed = letters[place];
            _printed[(int)_keys[(int)place]] = char.IsAsciiDigit((char)place) || printed == '\0' ? (char)_keys[(int)place] : printed;
        }
    }

    /// <summary>The US keyboard, and any other where the system can't say more.</summary>
    public static KeyLayout Us { get; } = new(static _ => '\0');

    /// <summary>The key that a place is: by its letter where it has one.</summary>
    /// <param name="place">By its place on the US keyboard.</param>
    public Key Of(Key place) => (int)place is >= 0 and < Places && IsPlace(place) ? _keys[(int)place] : place;

    /// <summary>What a place types without Shift, as a capital.</summary>
    public char Letter(Key place) => (int)place is >= 0 and < Places ? _letters[(int)place] : '\0';

    /// <summary>What is printed on a key; <c>'\0'</c> for those that no letter names.</summary>
    public char Printed(Key key) => (int)key is >= 0 and < Places ? _printed[(int)key] : '\0';

    private static Key Meaning(Key place, char letter, HashSet<Key> reached)
    {
        if (char.IsAsciiDigit((char)place))
        {
            return place;
        }

        if (char.IsAsciiLetterUpper(letter))
        {
            return (Key)letter;
        }

        var symbol = IsPlace((Key)letter) && !char.IsAsciiDigit(letter) ? (Key)letter : Key.Unknown;
        if (!char.IsAsciiLetterUpper((char)place))
        {
            return symbol == Key.Unknown ? place : symbol;
        }

        // Its letter is no Latin one: it keeps its place's meaning, unless another key has that.
        return reached.Contains(place) ? symbol : place;
    }

    private static bool IsPlace(Key key) => key is > Key.Space and < Key.Escape and not Key.Question && Enum.IsDefined(key);
}
