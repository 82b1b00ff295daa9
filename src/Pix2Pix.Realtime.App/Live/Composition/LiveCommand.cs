using System.ComponentModel;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Osc;
using Pix2Pix.Realtime.App.Recording;
using Pix2Pix.Realtime.App.Sources;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Windowing;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary><c>pix2pix live</c>: the canvas, in a window or headless.</summary>
internal sealed class LiveCommand : Command<LiveCommand.Settings>
{
    private const string UsualScene = "facade-paint.scene.yaml";

    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--scene <FILE>")]
        [Description("The scene to run; by default the one in the box, which paints facades.")]
        public string? Scene { get; init; }

        [CommandOption("--model <FILE>")]
        [Description("The generator, an .onnx file; by default the one in the box.")]
        public string? Model { get; init; }

        [CommandOption("--second <FILE>")]
        [Description("A second generator, an .onnx file of the same size: key X fades to it and back.")]
        public string? Second { get; init; }

        [CommandOption("--source <SOURCE>")]
        [Description("What is translated instead of the painting: a video or picture file, a folder of pictures, camera, camera:NAME, an rtsp, http or udp address, screen, screen:WxH+X+Y, or test.")]
        public string? Source { get; init; }

        [CommandOption("--look <LOOK>")]
        [Description("What is made of the source's pictures: as-is, edges or palette.")]
        public string? Look { get; init; }

        [CommandOption("--mirror")]
        [Description("The source as in a mirror.")]
        public bool Mirror { get; init; }

        [CommandOption("--record <TARGET>")]
        [Description("Records the translation from the first picture on: a new .mp4, .mkv, .webm or .gif file, /dev/videoN, or an rtmp, rtsp, srt, udp or tcp address.")]
        public string? Record { get; init; }

        [CommandOption("--osc <PLACE>")]
        [Description("Receive OSC messages over UDP: PORT for this machine alone, ADDRESS:PORT for others too, or off. Without it no port is open.")]
        public string? Osc { get; init; }

        [CommandOption("--osc-files <FOLDER>")]
        [Description("OSC messages may also name files of this folder; without it they set numbers and choices only.")]
        public string? OscFiles { get; init; }

        [CommandOption("--trust")]
        [Description("The scene may name programs to start, and the plugins beside it are loaded. Only for scenes whose maker you trust.")]
        public bool Trust { get; init; }

        [CommandOption("--ffmpeg <PROGRAM>")]
        [Description("The ffmpeg that reads and writes videos; by default the preferences', else the one on the path.")]
        public string? Ffmpeg { get; init; }

        [CommandOption("--host <COMMAND>")]
        [Description("How the training host is started, such as \"ssh gpu-box pix2pix host\"; by default the preferences', else on this machine.")]
        public string? Host { get; init; }

        [CommandOption("--provider <NAME>")]
        [Description("What computes the generator: auto, cpu, cuda, or gl (compute shaders on any card with OpenGL 4.3).")]
        public string? Provider { get; init; }

        [CommandOption("--precision <WORD>")]
        [Description("With --provider gl, what the graphics card keeps weights and layers in: auto, fp32 or fp16.")]
        public string? Precision { get; init; }

        [CommandOption("--load-limit <SECONDS>")]
        [Description("How long loading a generator may take before it is given up, 1 to 86400.")]
        [DefaultValue(60)]
        public int LoadLimit { get; init; }

        [CommandOption("--threads <N>")]
        [Description("Threads within one translation; 0 = as many as help.")]
        public string? Threads { get; init; }

        [CommandOption("--no-tune")]
        [Description("Run the generator as its file has it; without this the fastest way is found out once and remembered.")]
        public bool NoTune { get; init; }

        [CommandOption("--no-int8")]
        [Description("Never run it in bytes by itself, also where they are faster and look the same.")]
        public bool NoInt8 { get; init; }

        [CommandOption("--view <MODE>")]
        [Description("side-by-side, split, overlay or translation.")]
        public string? View { get; init; }

        [CommandOption("--size <WxH>")]
        [Description("The window's inner size at scale 1, or the picture's size in pixels when headless.")]
        [DefaultValue("1280x720")]
        public string Size { get; init; } = "";

        [CommandOption("--headless")]
        [Description("No window: draw into memory.")]
        public bool Headless { get; init; }

        [CommandOption("--frames <N>")]
        [Description("Headless: how many frames to draw.")]
        [DefaultValue(60)]
        public int Frames { get; init; }

        [CommandOption("--scale <X>")]
        [Description("Headless: pixels for one point of the panel, 0.5 to 4.")]
        [DefaultValue(1f)]
        public float Scale { get; init; }

        [CommandOption("--screenshot <FILE>")]
        [Description("Headless: where the last frame goes, by default out/live.png.")]
        public string? Screenshot { get; init; }

        [CommandOption("--strokes <FILE>")]
        [Description("A sitting to paint, on an empty canvas.")]
        public string? Strokes { get; init; }

        [CommandOption("--speed <X>")]
        [Description("How many times faster the sitting is painted than it was, 0.1 to 1000.")]
        public string? Speed { get; init; }

        [CommandOption("--clock <CLOCK>")]
        [Description("Headless: stepped = even steps, the same pictures everywhere; real = real latencies.")]
        [DefaultValue(LiveClock.Stepped)]
        public LiveClock Clock { get; init; }

        [CommandOption("--log <FILE>")]
        [Description("Writes what happens as JSON lines.")]
        public string? Log { get; init; }

        [CommandOption("--verbose")]
        [Description("Say where a fault happened.")]
        public bool Verbose { get; init; }

        public override ValidationResult Validate() => (ParseSize(Size).IsEmpty, Frames, Scale) switch
        {
            _ when LoadLimit is < 1 or > 86_400 => ValidationResult.Error($"expected --load-limit of 1..86400 seconds, found {LoadLimit}."),
            (true, _, _) => ValidationResult.Error($"expected --size WIDTHxHEIGHT in 64..16384 pixels, found '{Size}'."),
            (_, < 1, _) => ValidationResult.Error($"expected --frames of at least 1, found {Frames}."),
            (_, _, not (>= 0.5f and <= 4)) => ValidationResult.Error($"expected --scale in 0.5..4, found {Scale}."),
            _ => ValidationResult.Success(),
        };
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var programs = Preferences.Programs(sentence => Console.Error.WriteLine($"pix2pix: {sentence}"));
        var options = new LiveOptions
        {
            IsTrusted = settings.Trust,
            Ffmpeg = settings.Ffmpeg ?? programs.Ffmpeg,
            Host = settings.Host ?? programs.Host,
            OscFiles = settings.OscFiles,
            LoadLimit = TimeSpan.FromSeconds(settings.LoadLimit),
            Scene = settings.Scene ?? ProjectFolder.Under("sample-scenes", UsualScene),
            Overrides = Overrides(settings),
            Headless = settings.Headless,
            Clock = settings.Clock,
            Frames = settings.Frames,
            Scale = settings.Scale,
            Screenshot = settings.Screenshot ?? Path.Combine("out", "live.png"),
            Strokes = settings.Strokes,
            Log = settings.Log,
            Size = ParseSize(settings.Size),
            Autosave = settings.Strokes is null && !settings.Headless,
        };
        RequireFile("generator", settings.Model);
        RequireFile("second generator", settings.Second);
        RequireFile("stroke file", settings.Strokes);
        if (settings.Source is { } source)
        {
            // Said before a window opens, not in it: whoever typed it is at the command line.
            SourceAddress.Parse(source);
        }

        if (settings.Osc is { } osc)
        {
            OscComponent.Parse(osc);
        }

        if (settings.OscFiles is { } folder)
        {
            OscFiles.In(folder);
        }

        if (!settings.Headless && !DisplayServer.IsPresent)
        {
            Console.Error.WriteLine($"pix2pix: there is no display, so this run is headless; the picture goes to {options.Screenshot}.");
            options = options with { Headless = true, Autosave = false };
        }

        if (options.Headless)
        {
            var isWell = LiveProgram.RunHeadless(options);
            Console.WriteLine(options.Screenshot);
            return isWell ? 0 : 1;
        }

        LiveProgram.RunWindow(options);
        return 0;
    }

    private static Dictionary<string, string> Overrides(Settings settings)
    {
        (string Property, string? Value)[] all =
        [
            ("Translator.model", settings.Model is { } model ? Path.GetFullPath(model) : null), ("CrossFade.second", settings.Second is { } second ? Path.GetFullPath(second) : null), ("Translator.provider", settings.Provider),
            ("Translator.threads", settings.Threads), ("Translator.precision", settings.Precision), ("TranslationView.view", settings.View), ("Source.from", settings.Source), ("Source.look", settings.Look),
            ("Source.mirror", settings.Mirror ? "true" : null), ("Translator.tune", settings.NoTune ? "false" : null), ("Translator.int8", settings.NoInt8 ? "false" : null), ("Osc.listen", settings.Osc), ("LabelCanvas.speed", settings.Speed),
            ("Recorder.to", settings.Record is { } target && RecordingTarget.Parse(target) is { IsFile: true } ? Path.GetFullPath(target) : settings.Record),
            ("Recorder.recording", settings.Record is null ? null : "true"),
        ];
        return all.Where(one => one.Value is not null).ToDictionary(one => one.Property, one => one.Value!);
    }

    private static void RequireFile(string what, string? path)
    {
        if (path is not null && !File.Exists(path))
        {
            throw new UserException($"expected a {what} at '{path}', found no file; check the name");
        }
    }

    /// <returns>0x0 when the text is no size, or one out of range.</returns>
    private static PixelSize ParseSize(string text) =>
        text.Split('x', 'X') is [var left, var right] && int.TryParse(left, out var width) && int.TryParse(right, out var height)
        && width is >= 64 and <= 16384 && height is >= 64 and <= 16384 ? new PixelSize(width, height) : default;
}
