using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;

namespace Pix2Pix.Realtime.App.Models;

/// <summary>Texts about the models of the gallery, and of 'model'.</summary>
internal static class ModelsTexts
{
    public const string Generators = "Generators";
    public const string Refresh = "Refresh";
    public const string RefreshHint = "Update the list and the previews";
    public const string SelectOne = "Select one to see its size and its speed on this machine. Drop an .onnx file on the window to use it.";
    public const string File = "File";
    public const string Size = "Size";
    public static ReadOnlySpan<char> Megabytes(Ui ui, double megabytes) => ui.Text($"{megabytes:0.0} MB");
    public const string Speed = "Speed";
    public const string NotMeasured = "not measured yet";
    public static ReadOnlySpan<char> SpeedOf(Ui ui, double milliseconds, double rate) => ui.Text($"{milliseconds:0.0} ms, {rate:0}/s");
    public const string Use = "Use";
    public const string UseHint = "Switch to this generator";
    public const string AsSecond = "As second";
    public const string NoCrossFadeHint = "This scene has no CrossFade component for a second generator";
    public const string AsSecondHint = "Use as the second generator: the Fade slider in the View tab mixes the two";
    public const string Parameters = "Parameters";
    public const string Reads = "Reads";
    public static string Operators(string operators) => $"Operators: {operators}";

    public static string NotUsable(string file, string fault) => $"pix2pix: '{file}' can't be used: {fault}";
    public const string MadeBy = "made by";
    public static string Maker(string maker, long format, long operators) => $"{maker}, format (IR) {format}, operators (opset) {operators}";
    public static string StyleValue(string name, float least, float most, float neutral) => FormattableString.Invariant($"{name}: {least}..{most}, neutral {neutral:0.###}");
}
