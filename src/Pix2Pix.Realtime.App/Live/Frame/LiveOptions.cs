using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>How a headless run's time passes.</summary>
internal enum LiveClock
{
    /// <summary>One even step a frame: the same pictures on every machine.</summary>
    Stepped,

    /// <summary>As on the wall: latencies are real.</summary>
    Real,
}

/// <summary>The options of <c>pix2pix live</c>.</summary>
internal sealed record LiveOptions
{
    public required string Scene { get; init; }

    /// <summary>What comes with the scene from the one that the window showed before; null = it is the first.</summary>
    public SceneVisit? Visit { get; init; }

    /// <summary>What was painted on houses while this window is open, by scene file and house.</summary>
    public Dictionary<(string Scene, string House), LabelMap> Houses { get; } = [];

    /// <summary>What the person chose; without a window the defaults.</summary>
    public PersonalSettings Person { get; init; } = new();

    /// <summary>Where results go, if the command line says it; null = as the person chose.</summary>
    public string? Results { get; init; }

    /// <summary>Values that take the place of the scene file's, by <c>Component.property</c>.</summary>
    public IReadOnlyDictionary<string, string> Overrides { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the scene may start programs and load the plugins beside it: the person said so.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>The ffmpeg that reads and writes videos, where a trusted scene names no other.</summary>
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>How the training host is started, where a trusted scene doesn't say it otherwise; empty = on this machine.</summary>
    public string Host { get; init; } = "";

    /// <summary>How long loading a generator may take; then it is given up.</summary>
    public TimeSpan LoadLimit { get; init; } = new LoadOptions().TimeLimit;

    /// <summary>The folder whose files OSC messages may name; null = none.</summary>
    public string? OscFiles { get; init; }

    /// <summary>No window: draw into memory.</summary>
    public bool Headless { get; init; }

    public LiveClock Clock { get; init; }

    /// <summary>Headless: frames to draw.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>Headless: where the last frame goes; null = nowhere.</summary>
    public string? Screenshot { get; init; }

    /// <summary>A stroke recording to replay; the canvas then starts empty.</summary>
    public string? Strokes { get; init; }

    public string? Log { get; init; }

    /// <summary>The window's inner size at scale 1, or the image size in pixels when headless.</summary>
    public PixelSize Size { get; init; } = new(1280, 720);

    /// <summary>Where the window begins on the desktop; null = where the system puts it.</summary>
    public (int X, int Y)? Place { get; init; }

    /// <summary>Whether somebody is here for the first time and asked for nothing in particular.</summary>
    public bool IsWelcome { get; init; }

    /// <summary>Headless: pixels for one point of the panel.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Whether generators stay off the GPU, whatever was asked for: its driver failed before.</summary>
    public bool SparesCard { get; init; }

    /// <summary>Whether the canvas is kept from one start to the next.</summary>
    public bool Autosave { get; init; }
}
