using System.Net;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Live.Views;

/// <summary>What the status line says, and texts about pictures that are kept.</summary>
internal static class ViewsTexts
{
    public const string NoGenerator = "No generator: drop an .onnx file on the window, or start with --model FILE";
    public static ReadOnlySpan<char> Ready(Ui ui, string generator, string device) => ui.Text($"ready  ·  {generator}  ·  {device}");
    public static ReadOnlySpan<char> Painting(Ui ui, double rate, double median, double p99, string generator, string device) => ui.Text($"translated {rate:0}/s  ·  paint-to-photon p50 {median:0} ms p99 {p99:0} ms  ·  {generator}  ·  {device}");
    public static ReadOnlySpan<char> Source(Ui ui, string state, double rate, double median, double p99, string generator) => ui.Text($"{state}  ·  translated {rate:0}/s  ·  frame-to-photon p50 {median:0} ms p99 {p99:0} ms  ·  {generator}");
    public static string Recording(TimeSpan length) => $"● recording {length:m\\:ss}";
    public static string OscOpen(IPEndPoint place) => $"OSC open on {place}";
    public static ReadOnlySpan<char> Before(Ui ui, string generator) => ui.Text($"Before: {generator}");
    public static ReadOnlySpan<char> After(Ui ui, string generator) => ui.Text($"After: {generator}");

    public const string Keep = "Keep";
    public const string Picture = "Picture";
    public const string PictureHint = "Save the translation as a PNG";
    public const string Both = "Both";
    public const string BothHint = "Save label map and translation side by side, in the layout of pix2pix datasets";
    public const string Copy = "Copy";
    public const string CopyHint = "Copy the translation to the clipboard";
    public const string SaveBoth = "Save label map and translation";
    public const string SavePicture = "Save the translation";
    public const string Images = "Images (png, jpg)";
    public const string Copied = "The translation is on the clipboard.";
    public static string ClipboardRejected(string program, int exitCode) => $"{program} rejected the image (exit code {exitCode}); save it to a file instead.";
    public static string NoClipboard(string program, string package) => $"Expected the program {program} for the clipboard, found none; install it (Debian: apt-get install {package}), or save the image to a file.";
    public static string ClipboardTimedOut(string program, double seconds) => $"{program} did not respond within {seconds:0} s; save the image to a file instead.";
}
