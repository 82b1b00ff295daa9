using System.Text.RegularExpressions;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>The cameras that ffmpeg knows where the system itself doesn't list them: Windows and macOS. It names them while it complains, so the text is read.</summary>
internal static partial class FfmpegDevices
{
    /// <summary>ffmpeg's arguments to list devices, for systems other than Linux.</summary>
    public static IReadOnlyList<string> Listing(CaptureSystem system) => system == CaptureSystem.Windows
        ? ["-hide_banner", "-list_devices", "true", "-f", "dshow", "-i", "dummy"]
        : ["-hide_banner", "-f", "avfoundation", "-list_devices", "true", "-i", ""];

    /// <summary>The names to write after <c>camera:</c>, in ffmpeg's order.</summary>
    /// <param name="complaints">What ffmpeg wrote to its standard error.</param>
    public static IReadOnlyList<string> Cameras(string complaints)
    {
        var names = new List<string>();
        var isVideo = true;
        foreach (var line in complaints.Split('\n', StringSplitOptions.TrimEntries))
        {
            // Headings part cameras from microphones, except in newer dshow, which says what each is.
            isVideo = line.Contains("audio devices", StringComparison.OrdinalIgnoreCase) && !line.Contains("both", StringComparison.Ordinal) ? false
                : line.Contains("video devices", StringComparison.OrdinalIgnoreCase) || isVideo;
            if (!isVideo || line.Contains("Alternative name", StringComparison.Ordinal) || line.EndsWith("(audio)", StringComparison.Ordinal))
            {
                continue;
            }

            if (Dshow().Match(line) is { Success: true } dshow)
            {
                names.Add(dshow.Groups["name"].Value);
            }
            else if (AvFoundation().Match(line) is { Success: true } numbered)
            {
                names.Add(numbered.Groups["name"].Value);
            }
        }

        return names;
    }

    /// <summary>e.g. <c>[dshow @ 0000020e] "HD Webcam" (video)</c>.</summary>
    [GeneratedRegex(@"^\[dshow @ [^\]]+\]\s+""(?<name>.+)""(\s+\((video|none)\))?$")]
    private static partial Regex Dshow();

    /// <summary>e.g. <c>[AVFoundation indev @ 0x7f8] [0] FaceTime HD Camera</c>.</summary>
    [GeneratedRegex(@"^\[AVFoundation[^\]]+\]\s+\[\d+\]\s+(?<name>.+)$")]
    private static partial Regex AvFoundation();
}
