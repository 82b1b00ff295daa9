namespace Pix2Pix.Realtime.App.Live.Performing;

/// <summary>What recording and OSC say.</summary>
internal static class PerformingTexts
{
    public const string Record = "Record";
    public const string To = "To";
    public const string NewFile = "a new mp4";
    public const string ToHint = "A file (mp4, mkv, gif, webm), /dev/videoN, or an rtmp, rtsp, srt, udp or tcp address";
    public const string Shows = "Shows";
    public const string Size = "Size";
    public const string RecordButton = "Record##record";
    public const string StopButton = "Stop##record";
    public static string Recorded(double seconds, string place) => $"Recorded {seconds:0.0} s to {place}";
    public static string RecordedBefore(double seconds) => $" The first {seconds:0} s or so are in the file.";
    public static string RecordingEnded(string place, string fault, string rest) => $"The recording to {place} ended: {fault}.{rest}";

    public static string OscAddress(string text) => $"Expected a port or an address to listen on for OSC, such as 9000, 127.0.0.1:9000, 0.0.0.0:9000 or off, found '{text}'.";
    public static string PortTaken(int port) => $"no OSC: port {port} is taken";
    public static string UnknownComponent(string address, string known) => $"Unknown OSC address {address}; expected one of {known}, followed by a property.";
    public static string UnknownProperty(string address, string component, string properties) => $"Unknown OSC address {address}; live properties of {component}: {properties}.";
    public static string MessageRejected(string address, string refusal) => $"The OSC message to {address} was rejected: {refusal}";
    public static string FilesNotAllowed(string path, string found) => $"{path}: expected a number or a choice, found '{found}'; files are taken only where --osc-files FOLDER allows it, and only from that folder.";
    public static string FileNotAllowed(string path, string folder, string found) => $"{path}: expected a file in '{folder}', found '{found}'; put it there, without a link.";
}
