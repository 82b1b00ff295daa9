using System.Buffers.Binary;
using System.Text;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>Goes over one pickle in a stream without building its objects: where it ends, which texts it holds, and the type of each tensor's storage.</summary>
/// <remarks>Knows the instructions that PyTorch's files use (pickle protocol 2, as Python's <c>pickletools</c> lists them).</remarks>
internal sealed class PickleScan
{
    private const string StorageEnding = "Storage";

    private readonly Stream _source;
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<int, string> _memo = [];
    private string? _type;
    private bool _justNamedType;

    private PickleScan(Stream source) => _source = source;

    /// <summary>The pickle itself.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary>Its texts, in order.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The storage type, such as <c>FloatStorage</c>, by the storage's key.</summary>
    public Dictionary<string, string> Storages { get; } = [];

    /// <summary>Reads to the end of the pickle; the stream then stands behind it.</summary>
    /// <exception cref="InvalidDataException">No pickle, or one with other instructions.</exception>
    public static PickleScan Read(Stream source)
    {
        var scan = new PickleScan(source);
        while (scan.Step())
        {
        }

        return scan;
    }

    private bool Step()
    {
        var code = Take(1)[0];
        switch ((char)code)
        {
            case '.':
                return false;
            case 'X' or 'T':
                Text(BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case 'U':
                Text(Take(1)[0]);
                break;
            case 'c':
                Type(Line(), Line());
                break;
            case 'q':
                Remember(Take(1)[0]);
                break;
            case 'r':
                Remember(BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case 'h':
                Recall(Take(1)[0]);
                break;
            case 'j':
                Recall(BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case '\u008a':
                Take(Take(1)[0]);
                break;
            default:
                Take(ArgumentLength(code));
                break;
        }

        return true;
    }

    private static int ArgumentLength(byte code) => (char)code switch
    {
        '\u0080' or 'K' => 1,
        'M' => 2,
        'J' => 4,
        'G' => 8,
        '(' or ')' or ']' or '}' or 't' or 'l' or 'd' or 'a' or 'e' or 's' or 'u' or 'b' or 'R' or 'Q' or 'N' or '0' or '2' => 0,
        '\u0081' or '\u0085' or '\u0086' or '\u0087' or '\u0088' or '\u0089' => 0,
        _ => throw new InvalidDataException($"found the byte {code} where an instruction of a pickle should be"),
    };

    private void Text(int length)
    {
        var text = Encoding.UTF8.GetString(Take(length));
        Texts.Add(text);

        // A storage is named by its type, then its key.
        if (_type is not null)
        {
            Storages[text] = _type;
        }

        (_type, _justNamedType) = (null, false);
    }

    private void Type(string module, string name) =>
        (_type, _justNamedType) = module == "torch" && name.EndsWith(StorageEnding, StringComparison.Ordinal) ? (name, true) : (null, false);

    private void Remember(int place)
    {
        if (_justNamedType)
        {
            _memo[place] = _type!;
        }

        _justNamedType = false;
    }

    private void Recall(int place) => (_type, _justNamedType) = (_memo.GetValueOrDefault(place), false);

    private string Line()
    {
        var line = new List<byte>();
        for (var next = Take(1)[0]; next != '\n'; next = Take(1)[0])
        {
            line.Add(next);
        }

        return Encoding.ASCII.GetString([.. line]);
    }

    private byte[] Take(int count)
    {
        const int LongestText = 1 << 20;
        if (count is < 0 or > LongestText)
        {
            throw new InvalidDataException($"found a text of {count} bytes in a pickle");
        }

        var taken = new byte[count];
        _source.ReadExactly(taken);
        _bytes.AddRange(taken);
        return taken;
    }
}
