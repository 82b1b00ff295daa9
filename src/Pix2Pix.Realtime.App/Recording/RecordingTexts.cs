namespace Pix2Pix.Realtime.App.Recording;

/// <summary>Texts about the target of a recording.</summary>
internal static class RecordingTexts
{
    public static string UnknownScheme(string schemes, string place) => $"Expected an address that begins with one of {schemes}, found '{place}'; record to one of these, or to a file.";
    public static string NoDevice(string place) => $"Expected a video device at '{place}', found none; load v4l2loopback, which makes one, or choose another.";
    public static string UnknownKind(string place) => $"Expected a file name with a known extension, such as {place}.mp4 or {place}.gif, found '{place}'; add one.";
    public static string NoFolder(string folder) => $"Expected the folder '{folder}' to record into, found none; create it first.";
    public static string FileExists(string place) => $"Expected a new file to record into, found the existing '{place}'; choose another name or remove it.";
    public static string FfmpegTimedOut(double seconds) => $"ffmpeg did not finish within {seconds:0} s";
}
