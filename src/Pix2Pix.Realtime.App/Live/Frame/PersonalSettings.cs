using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Settings;
using static Pix2Pix.Realtime.Settings.SettingKinds;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// What this person chose, from one session to the next: how the window looks and where, brush and view, folders and programs. A window reads the file when it opens and
/// writes it when it closes; without a window nothing is read, so that pictures are the same on every machine. Main thread.
/// </summary>
internal sealed class PersonalSettings
{
    public static readonly Setting<int> BrushSize = Int("brush.size", 12, Brush.MinSize, PaintSettings.MostSize, "pixels at 256x256", "the brush's diameter");
    public static readonly Setting<BrushShape> Shape = Choice("brush.shape", BrushShape.Round, "the brush's shape", ("round", BrushShape.Round), ("square", BrushShape.Square));
    public static readonly Setting<double> PenCurve = Double("brush.pen_curve", 1, 0, 4, "", "how a pen's pressure changes the brush's size: 1 = evenly, more = a firm hand is needed for a large one; 0 = not at all");
    public static readonly Setting<ViewMode> View = Choice("view.mode", ViewMode.SideBySide, "how label map and translation are arranged", ViewModeNames.All);
    public static readonly Setting<bool> ShowsPixels = Bool("view.pixels", false, "scale up without smoothing");
    public static readonly Setting<double> Scale = Double("interface.scale", 1, 0.6, 3, "times", "how large texts and controls are, beyond the system's own scale");
    public static readonly Setting<ThemeKind> Look = Choice("interface.theme", ThemeKind.Dark, "the colours of panels and controls", ("dark", ThemeKind.Dark), ("light", ThemeKind.Light));
    public static readonly Setting<bool> DistinctClasses = Bool("interface.distinct_classes", false, "show classes in colours that differ for the colour-blind; files keep the palette's colours");
    public static readonly Setting<int> PanelWidth = Int("interface.panel_width", (int)Workspace.UsualInfoWidth, (int)Workspace.LeastInfoWidth, (int)Workspace.MostInfoWidth, "points", "the width of the right panel");
    public static readonly Setting<PanelState> Panel = Choice("interface.panel", PanelState.Automatic, "whether the right panel is unfolded",
        ("auto", PanelState.Automatic), ("shown", PanelState.Shown), ("folded", PanelState.Folded));
    public static readonly Setting<int> WindowX = Int("window.x", int.MinValue, int.MinValue, int.MaxValue, "", "the window's left edge on the desktop");
    public static readonly Setting<int> WindowY = Int("window.y", int.MinValue, int.MinValue, int.MaxValue, "", "the window's top edge on the desktop");
    public static readonly Setting<int> WindowWidth = Int("window.width", 0, 0, 65536, "", "the window's inner width at scale 1; 0 = the usual one");
    public static readonly Setting<int> WindowHeight = Int("window.height", 0, 0, 65536, "", "the window's inner height at scale 1; 0 = the usual one");
    public static readonly Setting<string> Results = Text("folders.results", "", "a folder, or empty", "where pictures, recordings and runs go; empty = see docs/files.md");
    public static readonly Setting<string> Dataset = Text("training.dataset", "", "a folder, synth, or empty", "the dataset that was trained on last");
    public static readonly Setting<string> Ffmpeg = Program("programs.ffmpeg", "ffmpeg", "a program's name or file", "the ffmpeg program that reads and writes videos");
    public static readonly Setting<string> Host = Program("programs.host", "", "a command", "the command that starts the training host; empty = on this machine; e.g. ssh gpu-box pix2pix host");

    private static readonly Setting[] Looks =
        [BrushSize, Shape, PenCurve, View, ShowsPixels, Scale, Look, DistinctClasses, PanelWidth, Panel, WindowX, WindowY, WindowWidth, WindowHeight, Results, Dataset];

    private static readonly SettingsTable Table = new([.. Looks, Ffmpeg, Host]);

    /// <summary>The settings of a file that names no programs.</summary>
    private static readonly SettingsTable WithoutPrograms = new(Looks);

    private readonly string? _path;
    private SettingValues _values = new(WithoutPrograms);

    /// <summary>The defaults, which no file keeps.</summary>
    public PersonalSettings()
    {
    }

    private PersonalSettings(string path) => _path = path;

    /// <summary>Whether this person has never closed a window of this program.</summary>
    public bool IsFirstTime { get; private init; }

    /// <summary>Why the file can't be read, in a sentence, and then it stays as it is: it may be a newer program's; null = it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>The person's own, from the usual file.</summary>
    public static PersonalSettings Load()
    {
        var path = UserFolders.Config("preferences.yaml");
        var person = new PersonalSettings(path) { IsFirstTime = !File.Exists(path) };
        if (person.IsFirstTime)
        {
            return person;
        }

        try
        {
            var values = ConfigFile.Load(Table, path, []);
            person._values = values.IsChanged(Ffmpeg) || values.IsChanged(Host) ? values : values.Of(WithoutPrograms);
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            person.Fault = fault.Message;
        }

        return person;
    }

    public T Get<T>(Setting<T> setting) where T : notnull => _values.Get(setting);

    public void Set<T>(Setting<T> setting, T value) where T : notnull => _values.Set(setting, value);

    /// <summary>Writes the file, unless it is one that could not be read.</summary>
    public void Save()
    {
        if (_path is null || Fault is not null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            ConfigFile.Save(_path, _values);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The window is gone already; the terminal that started it may still listen.
            Console.Error.WriteLine(FrameTexts.PreferencesNotSaved(_path, fault.Message));
        }
    }
}
