using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pix2Pix.Realtime.Files;

/// <summary>
/// Walks through a YAML text's events before nodes are built of them, and refuses what would take the builder's stack, memory or time: deep nesting, and aliases
/// that repeat much or repeat themselves. One object reads one text.
/// </summary>
internal sealed class YamlBounds
{
    /// <summary>Lists and groups inside each other; the program's own files have 5.</summary>
    private const int MostDepth = 64;

    /// <summary>The program writes none; people name a few values to repeat them.</summary>
    private const int MostAnchors = 1000;

    /// <summary>Values, lists and groups; each takes some hundred bytes when it is built.</summary>
    private const long MostNodes = 5_000_000;

    /// <summary>Nodes that all aliases together repeat.</summary>
    private const long MostRepeated = 10_000;

    private readonly string _name;

    /// <summary>Nodes of each anchored value, with those that it repeats itself.</summary>
    private readonly Dictionary<AnchorName, long> _anchored = [];

    /// <summary>The lists and groups that are open: which anchor each has, and how many nodes there were before it.</summary>
    private readonly Stack<(AnchorName Anchor, long Before)> _open = new();
    private long _nodes;
    private long _repeated;

    private YamlBounds(string name) => _name = name;

    /// <param name="text">YAML.</param>
    /// <param name="name">What faults call the text, as a rule its path.</param>
    /// <exception cref="UserException">The text is no YAML, or exceeds a bound; the sentence has its line and column.</exception>
    public static void Check(string text, string name)
    {
        var bounds = new YamlBounds(name);
        var parser = new Parser(new StringReader(text));
        try
        {
            while (parser.MoveNext())
            {
                bounds.Take(parser.Current!);
            }
        }
        catch (YamlException broken)
        {
            throw new UserException($"{name}:{broken.Start.Line}:{broken.Start.Column} is not valid YAML: {broken.Message.TrimEnd('.')}; look at this line and the one before{YamlFile.Hint(text, broken.Start.Line)}.", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser has states of its own that some broken texts lead it out of; the fault follows what it read last.
            var last = parser.Current?.End ?? Mark.Empty;
            throw new UserException($"{name}:{last.Line}:{last.Column} is not valid YAML: a key without a value, or a bracket or quote that is never closed; look at this line and the next.", broken);
        }
    }

    private void Take(ParsingEvent happened)
    {
        if (_nodes > MostNodes)
        {
            throw Fault(happened, $"expected at most {MostNodes} values, found more; split the file");
        }

        switch (happened)
        {
            case MappingStart or SequenceStart:
                Open((NodeEvent)happened);
                break;
            case MappingEnd or SequenceEnd:
                Close();
                break;
            case Scalar scalar:
                _nodes++;
                Name(scalar, scalar.Anchor, size: 1);
                break;
            case AnchorAlias alias:
                Repeat(alias);
                break;
            case DocumentStart:
                _anchored.Clear();
                break;
        }
    }

    private void Open(NodeEvent node)
    {
        _open.Push((node.Anchor, _nodes + _repeated));
        _nodes++;
        if (_open.Count > MostDepth)
        {
            throw Fault(node, $"expected lists and groups at most {MostDepth} deep, found one more; flatten it");
        }

        Name(node, node.Anchor, size: 0);
    }

    private void Close()
    {
        var (anchor, before) = _open.Pop();
        if (!anchor.IsEmpty)
        {
            _anchored[anchor] = _nodes + _repeated - before;
        }
    }

    /// <param name="size">0 = not known before its end; an alias to it from inside would never end.</param>
    private void Name(ParsingEvent node, AnchorName anchor, long size)
    {
        if (anchor.IsEmpty)
        {
            return;
        }

        _anchored[anchor] = size;
        if (_anchored.Count > MostAnchors)
        {
            throw Fault(node, $"expected at most {MostAnchors} anchors (&name), found one more; write the values out");
        }
    }

    private void Repeat(AnchorAlias alias)
    {
        if (!_anchored.TryGetValue(alias.Value, out var size))
        {
            throw Fault(alias, $"expected an anchor '&{alias.Value}' before the alias '*{alias.Value}', found none; write the value out");
        }

        _repeated += Math.Max(size, 1);
        if (size == 0 || _repeated > MostRepeated)
        {
            throw Fault(alias, size == 0
                ? $"the alias '*{alias.Value}' stands inside the value that it repeats, which would never end; write the value out"
                : $"expected aliases that repeat at most {MostRepeated} values in all, found more at '*{alias.Value}'; write less in that way");
        }
    }

    private UserException Fault(ParsingEvent at, string words) => new($"{_name}:{at.Start.Line}:{at.Start.Column} {words}");
}
