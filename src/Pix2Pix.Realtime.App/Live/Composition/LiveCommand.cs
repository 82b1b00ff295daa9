using System.ComponentModel;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Performing;
using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.App.Osc;
using Pix2Pix.Realtime.App.Processes;
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
    private static readonly PixelSize UsualSize = new(1280, 720);

    internal sealed class Settings : ForeignSettings
    {
        [CommandOption("--scene <FILE>")]
        [Description("The scene to run; by default the included one, facade-paint.")]
        public string? Scene { get; init; }

        [CommandOption("--model <FILE>")]
        [Description("The generator, an .onnx file; by default the included one.")]
        public string? Model { get; init; }

        [CommandOption("--second <FILE>")]
        [Description("A second generator, an .onnx file of the same size; the X key fades to it and back.")]
        public string? Second { get; init; }

        [CommandOption("--source <SOURCE>")]
        [Description("The input instead of the canvas: a video or image file, a folder of images, camera, camera:NAME, an rtsp, http or udp address, screen, screen:WxH+X+Y, or test.")]
        public string? Source { get; init; }

        [CommandOption("--look <LOOK>")]
        [Description("Processing of the source's frames: as-is, edges or palette.")]
        public string? Look { get; init; }

        [CommandOption("--mirror")]
        [Description("Mirror the source horizontally.")]
        public bool Mirror { get; init; }

        [CommandOption("--record <TARGET>")]
        [Description("Record the translation from the first frame on: a new .mp4, .mkv, .webm or .gif file, /dev/videoN, or an rtmp, rtsp, srt, udp or tcp address.")]
        public string? Record { get; init; }

        [CommandOption("--osc <PLACE>")]
        [Description("Receive OSC messages over UDP: PORT for this machine alone, ADDRESS:PORT for others too, or off. Without it no port is open.")]
        public string? Osc { get; init; }

        [CommandOption("--osc-files <FOLDER>")]
        [Description("OSC messages may also name files of this folder; without it they set numbers and choices only.")]
        public string? OscFiles { get; init; }

        [CommandOption("--trust")]
        [Description("Let the scene start programs and load the plugins beside it; only for scenes whose author you trust.")]
        public bool Trust { get; init; }

        [CommandOption("--ffmpeg <PROGRAM>")]
        [Description("The ffmpeg program that reads and writes videos; by default the one in the preferences, else the one on the PATH.")]
        public string? Ffmpeg { get; init; }

        [CommandOption("--host <COMMAND>")]
        [Description("The command that starts the training host, such as \"ssh gpu-box pix2pix host\"; by default the one in the preferences, else the host on this machine.")]
        public string? Host { get; init; }

        [CommandOption("--provider <NAME>")]
        [Description("What runs the generator: auto, cpu, cuda, or gl (compute shaders on any GPU with OpenGL 4.3).")]
        public string? Provider { get; init; }

        [CommandOption("--precision <WORD>")]
        [Description("With --provider gl, the precision of weights and activations: auto, fp32 or fp16.")]
        public string? Precision { get; init; }

        [CommandOption("--load-limit <SECONDS>")]
        [Description("How long loading a generator may take before it is given up, 1 to 86400.")]
        [DefaultValue(60)]
        public int LoadLimit { get; init; }

        [CommandOption("--threads <N>")]
        [Description("Threads of one translation; 0 = automatic.")]
        public string? Threads { get; init; }

        [CommandOption("--no-tune")]
        [Description("Run the generator as it is stored; by default the fastest way to run it is measured once and remembered.")]
        public bool NoTune { get; init; }

        [CommandOption("--no-int8")]
        [Description("Do not switch to int8 automatically, even if it is faster at equal quality.")]
        public bool NoInt8 { get; init; }

        [CommandOption("--view <MODE>")]
        [Description("side-by-side, split, overlay or translation.")]
        public string? View { get; init; }

        [CommandOption("--size <WxH>")]
        [Description("The window's inner size at scale 1, or the image size in pixels when headless; by default 1280x720, or the size that the window had last.")]
        public string? Size { get; init; }

        [CommandOption("--headless")]
        [Description("Open no window; render off-screen.")]
        public bool Headless { get; init; }

        [CommandOption("--frames <N>")]
        [Description("Headless: number of frames to render.")]
        [DefaultValue(60)]
        public int Frames { get; init; }

        [CommandOption("--scale <X>")]
        [Description("Headless: pixels per point of the panels, 0.5 to 4.")]
        [DefaultValue(1f)]
        public float Scale { get; init; }

        [CommandOption("--screenshot <FILE>")]
        [Description("Headless: file for the last frame; by default out/live.png.")]
        public string? Screenshot { get; init; }

        [CommandOption("--results <FOLDER>")]
        [Description("The folder for pictures, recordings and runs; by default the one in the settings, else the current folder.")]
        public string? Results { get; init; }

        [CommandOption("--strokes <FILE>")]
        [Description("A stroke recording to replay on an empty canvas.")]
        public string? Strokes { get; init; }

        [CommandOption("--speed <X>")]
        [Description("Replay speed, 0.1 to 1000 times the recorded one.")]
        public string? Speed { get; init; }

        [CommandOption("--clock <CLOCK>")]
        [Description("Headless: stepped = fixed time steps, the same frames on every machine; real = real time.")]
        [DefaultValue(LiveClock.Stepped)]
        public LiveClock Clock { get; init; }

        [CommandOption("--log <FILE>")]
        [Description("Write an event log as JSON lines.")]
        public string? Log { get; init; }

        [CommandOption("--verbose")]
        [Description("Print the stack trace of an error.")]
        public bool Verbose { get; init; }

        public override ValidationResult Validate() => (Size is not null && ParseSize(Size).IsEmpty, Frames, Scale) switch
        {
            _ when CommandLine.LoadLimit.WhyNot(LoadLimit) is { } fault => ValidationResult.Error(fault),
            (true, _, _) => ValidationResult.Error(CompositionTexts.Size(Size)),
            (_, < 1, _) => ValidationResult.Error(CompositionTexts.Frames(Frames)),
            (_, _, not (>= 0.5f and <= 4)) => ValidationResult.Error(CompositionTexts.Scale(Scale)),
            _ => base.Validate(),
        };
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        NativeHeap.ReturnLargeBlocks();
        var person = PersonalSettings.Load();
        if (person.Fault is { } reason)
        {
            Console.Error.WriteLine(CompositionTexts.PreferencesUnused(reason));
        }

        var options = new LiveOptions
        {
            IsTrusted = settings.Trust,
            Ffmpeg = settings.Ffmpeg ?? person.Get(PersonalSettings.Ffmpeg),
            Host = settings.Host ?? person.Get(PersonalSettings.Host),
            Results = settings.Results,
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
            Size = settings.Size is null ? UsualSize : ParseSize(settings.Size),
            Autosave = settings.Strokes is null && !settings.Headless,
        };
        RequireFile("generator", settings.Model);
        RequireFile(CompositionTexts.SecondGenerator, settings.Second);
        RequireFile(CompositionTexts.StrokeFile, settings.Strokes);
        if (settings.Source is { } source)
        {
            // Reported before a window opens, not in it: the user is at the command line.
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
            Console.Error.WriteLine(CompositionTexts.NoDisplay(options.Screenshot));
            options = options with { Headless = true, Autosave = false };
        }

        if (options.Headless)
        {
            var isWell = LiveProgram.RunHeadless(options);
            Console.WriteLine(options.Screenshot);
            return isWell ? 0 : 1;
        }

        LiveProgram.RunWindow(InPlace(options, settings, person));
        return 0;
    }

    /// <summary>The window as this person left it, and a welcome for somebody who is new and asked for nothing in particular.</summary>
    private static LiveOptions InPlace(LiveOptions options, Settings settings, PersonalSettings person)
    {
        var isNew = person.IsFirstTime && (settings.Scene ?? settings.Model ?? settings.Second ?? settings.Source ?? settings.Record ?? settings.Strokes) is null;
        options = options with { Person = person, IsWelcome = isNew };
        if (settings.Size is null && person.Get(PersonalSettings.WindowWidth) is >= 64 and var width && person.Get(PersonalSettings.WindowHeight) is >= 64 and var height)
        {
            options = options with { Size = new PixelSize(width, height) };
        }

        return settings.Size is null && person.Get(PersonalSettings.WindowX) is not int.MinValue and var x ? options with { Place = (x, person.Get(PersonalSettings.WindowY)) } : options;
    }

    private static Dictionary<string, string> Overrides(Settings settings)
    {
        (string Property, string? Value)[] all =
        [
            ("Translator.model", settings.Model is { } model ? Path.GetFullPath(model) : null), ("CrossFade.second", settings.Second is { } second ? Path.GetFullPath(second) : null), ("Translator.provider", settings.Provider),
            ("Translator.size", settings.ModelSize), ("Translator.range", settings.ModelRange),
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
            throw new UserException(CompositionTexts.NoFile(what, path));
        }
    }

    /// <returns>0x0 when the text is no size, or one out of range.</returns>
    private static PixelSize ParseSize(string text) =>
        text.Split('x', 'X') is [var left, var right] && int.TryParse(left, out var width) && int.TryParse(right, out var height)
        && width is >= 64 and <= 16384 && height is >= 64 and <= 16384 ? new PixelSize(width, height) : default;
}
