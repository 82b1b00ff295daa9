using System.Text.RegularExpressions;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The last lines that an ffmpeg process complained in, as half a sentence. Thread contract: any thread.</summary>
internal sealed partial class FfmpegErrors
{
    private const int Kept = 2;

    /// <summary>Characters; a line that is longer is rubbish out of the stream.</summary>
    private const int LongestLine = 200;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    /// <summary>Notes a line; null and empty ones say nothing.</summary>
    public void Add(string? line)
    {
        var words = Origin().Replace(line ?? "", "").Trim();
        if (words.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            // The part that opens a device says it, and the program once more.
            if (!_lines.Any(line => line.EndsWith(words, StringComparison.Ordinal)))
            {
                _lines.Enqueue(words.Length > LongestLine ? $"{words[..LongestLine]}..." : words);
            }

            while (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>ffmpeg's error without a full stop, with a remedy where one is known.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var words = string.Join("; ", _lines).TrimEnd('.');
            return Missing().Match(words) is { Success: true } missing ? SourcesTexts.NoDevice(missing.Groups["device"].Value)
                : words.Contains("Unrecognized option", StringComparison.Ordinal) ? SourcesTexts.OldFfmpeg(words)
                : words.Contains("matches no streams", StringComparison.Ordinal) ? SourcesTexts.NoVideo
                : words.Contains("Device or resource busy", StringComparison.Ordinal) ? SourcesTexts.DeviceInUse(words)
                : words.Length == 0 ? SourcesTexts.NoReason : words;
        }
    }

    /// <summary>A device that is not there.</summary>
    [GeneratedRegex(@"(?<device>/dev/\S+): No such file or directory")]
    private static partial Regex Missing();

    /// <summary>Which part of ffmpeg speaks, with its address in memory: nothing to a user.</summary>
    [GeneratedRegex(@"^(\[[^\]]*@ 0x[0-9a-f]+\]\s*)+")]
    private static partial Regex Origin();
}
