namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>What scene files, preferences and the command line call the views.</summary>
internal static class ViewModeNames
{
    public static (string Name, ViewMode Mode)[] All { get; } =
    [
        ("side-by-side", ViewMode.SideBySide), ("split", ViewMode.Split), ("overlay", ViewMode.Overlay),
        ("translation", ViewMode.TranslationOnly), ("generators", ViewMode.Generators),
    ];
}
