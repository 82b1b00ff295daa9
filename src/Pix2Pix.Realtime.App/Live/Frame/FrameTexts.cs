namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>What the frame loop and the person's own settings say.</summary>
internal static class FrameTexts
{
    public static string Saved(string path) => $"Saved {path}";
    public const string ShowInFolder = "Show in folder";

    public static string KeysUnused(string message) => $"Your keys are not used: {message}";
    public static string PreferencesNotSaved(string path, string message) => $"pix2pix: The preferences can't be saved in {path}: {message}";
    public static string ResultsNotWritable(string folder, string message) => $"Expected a folder for results that can be written, found '{folder}' ({message}); choose another one in the settings.";
}
