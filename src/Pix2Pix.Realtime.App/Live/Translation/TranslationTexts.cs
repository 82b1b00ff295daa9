using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>Texts about generators and translations.</summary>
internal static class TranslationTexts
{
    public static string Translating(string name) => $"Translating with {name}";
    public static string ForeignGenerator(string name) => $"{name} was made by another program; the View tab lists what is assumed to use it.";
    public static string OtherPalette(string trained, string painted) => $"This generator was trained with the palette {trained}, the canvas uses {painted}: colours may be misread.";
    public static string CanvasSize(int width, int height, int found) => $"Expected LabelCanvas.size of 0 or of what the generator reads ({width}x{height} pixels), found {found}; set it to 0 and the canvas takes the generator's size.";
    public static string OtherInput(FrameShape expected, string name, FrameShape found) => $"Expected a generator with input {expected} like the canvas, found {name} with input {found}; restart with --model to paint at that size.";
    public static string OtherSize(PixelSize expected, string name, FrameShape found) => $"Expected a generator that reads {expected} pixels like the canvas, found {name}, which reads {found}; restart with --model to paint in that size.";
    public static string FallingBack(string message) => $"Falling back to the CPU: {message}";
    public static string PictureFailed(string message) => $"A picture could not be translated; the last translation stays on screen. {message}";
    public static string GeneratorFailed(string message) => $"The generator failed and was stopped; the last translation stays on screen. {message}";

    public static string SecondGenerator(string name, string key) => $"Second generator: {name}; press {key} to fade to it and back";
    public const string NoFirstGenerator = "Expected a first generator to fade from, found none; start with --model FILE.";
    public static string SecondDiffers(FrameShape input, FrameShape output, string name, FrameShape foundInput, FrameShape foundOutput) => $"Expected a second generator with input {input} and output {output} like the first, found {name} with input {foundInput} and output {foundOutput}; choose another.";
    public static string DevicesDiffer(string name, string device, string? firstName, string? firstDevice) => $"Expected two generators on the same device, found {name} on {device} and {firstName} on {firstDevice}; start with --provider cpu.";
}
