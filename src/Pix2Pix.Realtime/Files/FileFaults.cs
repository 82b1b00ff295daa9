namespace Pix2Pix.Realtime.Files;

/// <summary>The faults of one file, told together: one line each, with its place. Of a file with many faults only the first ones are reported. One thread.</summary>
internal sealed class FileFaults
{
    /// <summary>Nobody reads more, and each may have cost a search for what was meant.</summary>
    private const int Most = 50;

    /// <summary>A line shows what the file holds, which may be long.</summary>
    private const int LongestLine = 600;

    private readonly List<string> _lines = [];

    /// <exception cref="UserException">There are too many.</exception>
    public void Add(string line)
    {
        _lines.Add(line.Length <= LongestLine ? line : $"{line[..LongestLine]}...");
        if (_lines.Count == Most)
        {
            throw new UserException(string.Join('\n', [.. _lines, $"These are the first {Most} errors; correct them to see the others."]));
        }
    }

    /// <exception cref="UserException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (_lines.Count > 0)
        {
            throw new UserException(string.Join('\n', _lines));
        }
    }
}
