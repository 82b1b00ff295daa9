namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>What the live program says before and after its window, and what the components of a scene are for.</summary>
internal static class CompositionTexts
{
    public static string Size(string? size) => $"Expected --size WIDTHxHEIGHT in 64..16384 pixels, found '{size}'.";
    public static string Frames(int frames) => $"Expected --frames of at least 1, found {frames}.";
    public static string Scale(float scale) => $"Expected --scale in 0.5..4, found {scale}.";
    public const string SecondGenerator = "second generator";
    public const string StrokeFile = "stroke file";
    public static string NoFile(string what, string path) => $"Expected a {what} at '{path}', found no file; check the name.";
    public static string PreferencesUnused(string reason) => $"pix2pix: The preferences are not used: {reason}";
    public static string NoDisplay(string image) => $"pix2pix: There is no display, so this run is headless; the image is written to {image}.";
    public static string GpuReset(bool keepsPainting) => $"The graphics driver reset the GPU, so this is a new window. {(keepsPainting ? "The painting is here; the" : "The")} CPU translates from now on; recording and training have ended.";
    public static string DisplayClosed(bool keepsPainting) => $"pix2pix: The display was closed{(keepsPainting ? "; the painting is restored at the next start" : "")}.";

    public const string LabelCanvas = "The label map, its painting tools, and how it is displayed.";
    public const string Source = "A camera, video, stream, screen region or folder of images that replaces the canvas as input; optionally snapped to the palette, reduced to edges, or smoothed over time.";
    public const string Translator = "Runs the generator on the newest input whenever the input changed.";
    public const string CrossFade = "A second generator beside the first one. It needs a Translator, and both generators must have the same size.";
    public const string Style = "What the label map leaves open, such as the colour of the wall, for a generator that was trained with styles. It needs a Translator.";
    public const string TranslationView = "Draws the translation, alone or together with the label map, and measures its latency.";
    public const string ToolPanel = "The panel on the left: classes, tools, files.";
    public const string InfoPanel = "The panel on the right, with a tab for each subject of the scene.";
    public const string TrainingPanel = "Trains a generator and switches to each new snapshot. It is the Train tab of the InfoPanel.";
    public const string Recorder = "Records the translation to a video file, a device or a stream.";
    public const string Osc = "OSC controllers set live properties by address: /Component/property.";
    public const string StreetTranslator = "One generator for all houses, instead of a Translator.";
    public const string House = "A house whose front shows the translation of its own label map, which is painted on the front itself.";
    public const string Walker = "A first-person camera that walks among the houses.";
    public const string StatusLine = "Shows the translation rate, the latency, the generator and its device.";

    public const string LoadPluginsQuestion = "Load the plugins beside this scene?";
    public static string LoadPluginsNote(string names, string folder) => $"{names} in {folder}. A plugin is a program and may do all that you may. Load them only if you know who made them.";
    public const string Load = "Load";
    public const string DontLoad = "Don't load";
    public static string PluginsNotLoaded(string names) => $"The plugins beside the scene were not loaded ({names}): they are programs of somebody else; open the scene with --trust if you trust them.";
    public static string PluginFailed(string component, string plugin, string message) => $"{component} of the plugin '{plugin}' failed and was disabled: {message}";
}
