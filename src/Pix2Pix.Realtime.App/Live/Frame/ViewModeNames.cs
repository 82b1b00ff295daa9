namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>The names of the views in scene files, preferences and on the command line.</summary>
internal static class ViewModeNames
{
    public static (string Name, ViewMode Mode)[] All { get; } =
    [
        ("side-by-side", ViewMode.SideBySide), ("split", ViewMode.Split), ("overlay", ViewMode.Overlay),
        ("translation", ViewMode.TranslationOnly), ("generators", ViewMode.Generators),
    ];
}
