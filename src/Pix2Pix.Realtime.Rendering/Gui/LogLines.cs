namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>The newest lines of something that continues talking; older ones are dropped. Thread contract: the UI thread.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class LogLines(int most)
{
    private readonly List<string> _lines = [];

    public int Count => _lines.Count;

    /// <summary>The oldest line is 0.</summary>
    public string this[int index] => _lines[index];

    /// <summary>Grows whenever the lines are others.</summary>
    public long Version { get; private set; }

    public void Add(string line)
    {
        if (_lines.Count == most)
        {
            _lines.RemoveAt(0);
        }

        _lines.Add(line);
        Version++;
    }

    /// <summary>Some of the lines as one text.</summary>
    /// <param name="from">Index of the first.</param>
    /// <param name="to">Index of the last.</param>
    public string Text(int from, int to) => string.Join('\n', _lines.GetRange(from, to - from + 1));
}
