using System.Buffers.Binary;
using System.Text;

namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>
/// Reads one pickle of a PyTorch file: dictionaries, lists, numbers, texts and where tensors lie. Names of Python's stay names and calls are not made, so a pickle can't
/// run anything; what it would have made is null.
/// </summary>
/// <remarks>The instructions of protocols 2 to 4, as Python's <c>pickletools</c> lists them.</remarks>
internal sealed class Pickle
{
    /// <summary>No text or name in a file of weights is longer.</summary>
    private const int LongestText = 1 << 20;

    /// <summary>Values that one pickle may hold: a file of weights has a few thousand.</summary>
    private const int MostValues = 1 << 20;

    private readonly Stream _source;
    private readonly List<object?> _stack = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<int, object?> _memo = [];

    private Pickle(Stream source) => _source = source;

    /// <summary>Reads to the end of the pickle; the stream then stands behind it.</summary>
    /// <returns>A dictionary is a <c>Dictionary&lt;string, object?&gt;</c>, a list or tuple a <c>List&lt;object?&gt;</c>, a whole number a <c>long</c>.</returns>
    /// <exception cref="InvalidDataException">No pickle, or one with other instructions.</exception>
    /// <exception cref="EndOfStreamException">It is cut.</exception>
    public static object? Read(Stream source)
    {
        var pickle = new Pickle(source);
        while (pickle.Step())
        {
            if (pickle._stack.Count + pickle._memo.Count > MostValues)
            {
                throw new InvalidDataException(WeightFileTexts.TooManyValues(MostValues));
            }
        }

        return pickle.Pop();
    }

    private bool Step()
    {
        var code = Byte();
        switch ((char)code)
        {
            case '.':
                return false;
            case '\u0080':
                Byte();
                break;
            case '\u0095':
                Take(8);
                break;
            case '(':
                _marks.Push(_stack.Count);
                break;
            case '}':
                _stack.Add(new Dictionary<string, object?>());
                break;
            case ']' or ')' or '\u008f':
                _stack.Add(new List<object?>());
                break;
            case 't' or 'l':
                _stack.Add(PopToMark());
                break;
            case '\u0085' or '\u0086' or '\u0087':
                _stack.Add(PopMany(code - 0x84));
                break;
            case 'd':
                var entries = PopToMark();
                _stack.Add(new Dictionary<string, object?>());
                SetItems(entries);
                break;
            case 'a':
                var item = Pop();
                Append([item]);
                break;
            case 'e' or '\u0090':
                Append(PopToMark());
                break;
            case 's':
                SetItems(PopMany(2));
                break;
            case 'u':
                SetItems(PopToMark());
                break;
            case '0':
                Pop();
                break;
            case '1':
                PopToMark();
                break;
            case '2':
                _stack.Add(Top());
                break;
            case 'q':
                _memo[Byte()] = Top();
                break;
            case 'r':
                _memo[Int32()] = Top();
                break;
            case '\u0094':
                _memo[_memo.Count] = Top();
                break;
            case 'h':
                Recall(Byte());
                break;
            case 'j':
                Recall(Int32());
                break;
            case 'c':
                var module = Line();
                _stack.Add(new PickledGlobal(module, Line()));
                break;
            case '\u0093':
                var name = PopMany(2);
                _stack.Add(new PickledGlobal($"{name[0]}", $"{name[1]}"));
                break;
            case 'R' or '\u0081':
                var arguments = Pop();
                _stack.Add(PickledCall.Make(Pop(), arguments as List<object?> ?? []));
                break;
            case 'b':
                // The state of an object: of what was not made, there is none.
                Pop();
                break;
            case 'Q':
                _stack.Add(PickledCall.Storage(Pop()));
                break;
            default:
                _stack.Add(Constant(code));
                break;
        }

        return true;
    }

    private object? Constant(byte code) => (char)code switch
    {
        'N' => null,
        '\u0088' => true,
        '\u0089' => false,
        'K' => (long)Byte(),
        'M' => (long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)),
        'J' => (long)Int32(),
        'G' => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
        '\u008a' => Long(Byte()),
        'X' or 'T' or 'B' => Text(Int32()),
        'U' or 'C' or '\u008c' => Text(Byte()),
        _ => throw new InvalidDataException(WeightFileTexts.UnknownInstruction(code)),
    };

    private object? Pop()
    {
        var top = Top();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private object? Top() => _stack.Count > (_marks.Count > 0 ? _marks.Peek() : 0) ? _stack[^1] : throw Broken();

    private List<object?> PopMany(int count)
    {
        var start = _stack.Count - count;
        if (start < (_marks.Count > 0 ? _marks.Peek() : 0))
        {
            throw Broken();
        }

        var many = _stack[start..];
        _stack.RemoveRange(start, count);
        return many;
    }

    private List<object?> PopToMark()
    {
        var start = _marks.Count > 0 ? _marks.Pop() : throw Broken();
        var many = _stack[start..];
        _stack.RemoveRange(start, many.Count);
        return many;
    }

    private void Append(List<object?> items) => (Top() as List<object?>)?.AddRange(items);

    private void SetItems(List<object?> entries)
    {
        var into = Top() as Dictionary<string, object?>;
        for (var i = 0; i + 1 < entries.Count && into is not null; i += 2)
        {
            into[$"{entries[i]}"] = entries[i + 1];
        }
    }

    private void Recall(int place) => _stack.Add(_memo.TryGetValue(place, out var value) ? value : throw Broken());

    private string Line()
    {
        var line = new List<byte>();
        for (var next = Byte(); next != '\n'; next = Byte())
        {
            line.Add(line.Count < LongestText ? next : throw Broken());
        }

        return Encoding.UTF8.GetString([.. line]);
    }

    /// <summary>A whole number of several bytes; one too long for us, such as a file's magic number, is null.</summary>
    private object? Long(int length)
    {
        var bytes = Take(length);
        if (length > sizeof(long))
        {
            return null;
        }

        Span<byte> whole = stackalloc byte[sizeof(long)];
        whole.Fill(length > 0 && bytes[^1] > sbyte.MaxValue ? byte.MaxValue : (byte)0);
        bytes.CopyTo(whole);
        return BinaryPrimitives.ReadInt64LittleEndian(whole);
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private byte Byte() => Take(1)[0];

    private byte[] Take(int count)
    {
        if (count is < 0 or > LongestText)
        {
            throw new InvalidDataException(WeightFileTexts.TextTooLong(count));
        }

        var taken = new byte[count];
        _source.ReadExactly(taken);
        return taken;
    }

    private static InvalidDataException Broken() => new(WeightFileTexts.BrokenPickle);
}
