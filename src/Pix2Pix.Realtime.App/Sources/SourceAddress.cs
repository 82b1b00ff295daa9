using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Sources;

/// <summary>Where a live source is, as a user names it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">A full path, a network address, a camera's name or number, a screen region; empty = the usual one.</param>
internal sealed record SourceAddress(SourceKind Kind, string Place)
{
    /// <summary>Addresses that a network stream may have; others, such as ffmpeg's own <c>concat:</c>, would read more than the user named.</summary>
    private static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        "rtsp", "rtsps", "rtmp", "rtmps", "rtp", "srt", "udp", "tcp", "http", "https",
    };

    /// <summary>Whether it can come back after it went away.</summary>
    public bool IsLive => Kind is SourceKind.Camera or SourceKind.Stream or SourceKind.Screen or SourceKind.Test;

    /// <summary>Its name for people.</summary>
    public string Name => Kind switch
    {
        SourceKind.Camera => Place.Length == 0 ? SourcesTexts.TheCamera : SourcesTexts.TheCameraAt(Place),
        SourceKind.Screen => SourcesTexts.TheScreen,
        SourceKind.Test => SourcesTexts.TheTestSource,
        SourceKind.Stream => Place,
        _ => $"'{Path.GetFileName(Path.TrimEndingDirectorySeparator(Place))}'",
    };

    /// <summary>Reads what a user typed.</summary>
    /// <exception cref="UserException">It names nothing that exists, a named pipe or a device, or a kind of address that is not read.</exception>
    public static SourceAddress Parse(string text)
    {
        var (word, place) = text.Split(':', 2) is [var first, var rest] ? (first, rest) : (text, "");
        return word switch
        {
            "test" when place.Length == 0 => new SourceAddress(SourceKind.Test, ""),
            "camera" => new SourceAddress(SourceKind.Camera, Camera(place)),
            "screen" => new SourceAddress(SourceKind.Screen, ScreenRegion.Parse(place)?.ToString() ?? ""),
            _ when place.StartsWith("//", StringComparison.Ordinal) => Stream(word, text),
            _ => OnDisk(text),
        };
    }

    /// <summary>Whether a file or folder that was dropped on the window can be a source: a folder, or a file whose name ends as a video's does.</summary>
    public static bool IsVideoOrFolder(string path) => Directory.Exists(path) || IsVideo(path);

    /// <summary>Whether a name ends as a video file's does.</summary>
    public static bool IsVideo(string path) => Path.GetExtension(path).ToUpperInvariant()
        is ".MP4" or ".M4V" or ".MOV" or ".MKV" or ".WEBM" or ".AVI" or ".MPG" or ".MPEG" or ".TS" or ".OGV" or ".FLV" or ".WMV";

    /// <summary>On Linux ffmpeg knows cameras by number or device file only, so a name is looked up here.</summary>
    private static string Camera(string name)
    {
        if (!OperatingSystem.IsLinux() || name.Length == 0 || name[0] == '/' || name.All(char.IsAsciiDigit))
        {
            return name;
        }

        var known = CameraDevices.List().Select(one => $"'{one.Name}'").ToArray();
        return CameraDevices.Find(name)
            ?? throw new UserException(SourcesTexts.NoCamera(name, known.Length == 0 ? SourcesTexts.NoCameras : string.Join(", ", known)));
    }

    private static SourceAddress Stream(string scheme, string text) => Schemes.Contains(scheme)
        ? new SourceAddress(SourceKind.Stream, text)
        : throw new UserException(SourcesTexts.UnknownScheme(string.Join(", ", Schemes.Order(StringComparer.Ordinal)), text));

    private static SourceAddress OnDisk(string text)
    {
        if (Directory.Exists(text))
        {
            return Directory.EnumerateFiles(text).Any(ImageFile.IsPicture)
                ? new SourceAddress(SourceKind.Pictures, Path.GetFullPath(text))
                : throw new UserException(SourcesTexts.NoPictures(text));
        }

        if (!Path.Exists(text))
        {
            throw new UserException(SourcesTexts.UnknownSource(text));
        }

        RegularFile.Require(text);
        return new SourceAddress(ImageFile.IsPicture(text) ? SourceKind.Pictures : SourceKind.Video, Path.GetFullPath(text));
    }
}
