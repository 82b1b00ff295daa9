using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Source;

/// <summary>The properties of the scene's <c>Source</c>, and what they come to. Any thread.</summary>
internal static class SourceProperties
{
    /// <summary>The name of the canvas as a source.</summary>
    public const string Canvas = "canvas";

    public static readonly Setting<string> From = SettingKinds.Text("from", Canvas, "canvas, or what --source takes", "the input of the generator").Live();
    public static readonly Setting<bool> Mirror = SettingKinds.Bool("mirror", false, "mirror the frames horizontally").Live();
    public static readonly Setting<SourceFraming> Framing = SettingKinds.Choice("framing", SourceFraming.Crop, "how frames of another aspect ratio are fitted",
        ("crop", SourceFraming.Crop), ("fit", SourceFraming.Fit)).Live();
    public static readonly Setting<SourceLook> Look = SettingKinds.Choice("look", SourceLook.AsItIs, "processing of the frames",
        ("as-is", SourceLook.AsItIs), ("edges", SourceLook.Edges), ("palette", SourceLook.Palette)).Live();
    public static readonly Setting<double> Brightness = SettingKinds.Double("brightness", 0, -1, 1, "", "added to every pixel: -1 = black, 1 = white").Live();
    public static readonly Setting<double> Contrast = SettingKinds.Double("contrast", 1, 0, 4, "", "contrast around middle grey: 0 = grey, 1 = unchanged").Live();
    public static readonly Setting<double> Smoothing = SettingKinds.Double("smoothing", 0, 0, 0.95, "", "share of the previous frames in each frame: reduces flicker").Live();
    public static readonly Setting<double> Speed = SettingKinds.Double("speed", 1, 0.1, 8, "times", "how fast a video file is played").Live();
    public static readonly Setting<bool> Loop = SettingKinds.Bool("loop", true, "begin a video file again at its end").Live();
    public static readonly Setting<string> Ffmpeg = SettingKinds.Program("ffmpeg", "ffmpeg", "a program's name or file", "the ffmpeg program that reads the source");

    public static SettingsTable Table { get; } = new(From, Mirror, Framing, Look, Brightness, Contrast, Smoothing, Speed, Loop, Ffmpeg);

    /// <summary>What is done with pictures on their way here.</summary>
    public static SourceOptions Options(SettingValues values, LiveContext live, VideoPlay play) => new()
    {
        Size = live.Workspace.Picture, Framing = values.Get(Framing), IsEdges = values.Get(Look) == SourceLook.Edges, Play = play,
        Program = values.IsChanged(Ffmpeg) ? values.Get(Ffmpeg) : live.Options.Ffmpeg,
    };

    /// <summary>What is done with each picture here.</summary>
    public static void Adjust(SettingValues values, PictureAdjustments adjustments) =>
        (adjustments.IsMirrored, adjustments.Brightness, adjustments.Contrast, adjustments.Smoothing) =
            (values.Get(Mirror), values.Get(Brightness), values.Get(Contrast), values.Get(Smoothing));
}
