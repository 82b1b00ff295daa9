using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using static Pix2Pix.Realtime.Settings.SettingKinds;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>
/// How this person likes to work, from one session to the next: brush, view, enlarging. Read when the window opens, written when it closes; where
/// the folder can't be written the program continues without. Main thread.
/// </summary>
internal sealed class Preferences : IDisposable
{
    private static readonly Setting<int> BrushSize = Int("brush.size", 12, Brush.MinSize, Brush.MaxSize, "pixels", "the brush's diameter");
    private static readonly Setting<BrushShape> Shape = Choice("brush.shape", BrushShape.Round, "the brush's shape", ("round", BrushShape.Round), ("square", BrushShape.Square));
    private static readonly Setting<ViewMode> View = Choice("view.mode", ViewMode.SideBySide, "how label map and translation are arranged",
        ViewModeNames.All);
    private static readonly Setting<bool> ShowsPixels = Bool("view.pixels", false, "scale up without smoothing");
    private static readonly Setting<string> Ffmpeg = Program("programs.ffmpeg", "ffmpeg", "a program's name or file", "the ffmpeg program that reads and writes videos");
    private static readonly Setting<string> Host = Program("programs.host", "", "a command", "the command that starts the training host; empty = on this machine; e.g. ssh gpu-box pix2pix host");
    private static readonly SettingsTable Table = new(BrushSize, Shape, View, ShowsPixels, Ffmpeg, Host);

    /// <summary>The settings of a file that names no programs.</summary>
    private static readonly SettingsTable Look = new(BrushSize, Shape, View, ShowsPixels);

    private readonly LiveContext _live;
    private readonly LabelCanvasComponent? _canvas;
    private readonly TranslationViewComponent? _view;
    private readonly string _path = File;
    private SettingValues _kept = new(Look);

    /// <summary>Whether there is a file that can't be read, perhaps a newer program's; it stays as it is.</summary>
    private bool _isRefused;

    /// <param name="live">What is set up.</param>
    /// <param name="scene">Its canvas and view, started.</param>
    /// <param name="keepsView">Whether the command line says how to show pictures, so that the last session doesn't.</param>
    public Preferences(LiveContext live, Scene scene, bool keepsView)
    {
        (_live, _canvas, _view) = (live, scene.Find<LabelCanvasComponent>(), scene.Find<TranslationViewComponent>());
        if (!System.IO.File.Exists(_path))
        {
            return;
        }

        _isRefused = true;
        live.Notices.Try(() =>
        {
            var values = ConfigFile.Load(Table, _path, []);
            _isRefused = false;
            if (values.IsChanged(Ffmpeg) || values.IsChanged(Host))
            {
                _kept = values.Clone();
            }

            _canvas?.Session.Settings.SetBrush(values.Get(Shape), values.Get(BrushSize));
            if (!keepsView && _view is { } view)
            {
                view.Set(TranslationViewComponent.Mode, values.Get(View));
                if (values.Get(ShowsPixels))
                {
                    view.Set(TranslationViewComponent.Enlarging, UpscaleFilter.Nearest);
                }
            }
        });
    }

    private static string File => UserFolders.Config("preferences.yaml");

    /// <summary>The programs that the person chose, for a window and without one.</summary>
    /// <param name="tell">Hears why the file can't be read; then the usual programs are used.</param>
    public static (string Ffmpeg, string Host) Programs(Action<string> tell)
    {
        var values = new SettingValues(Table);
        try
        {
            values = System.IO.File.Exists(File) ? ConfigFile.Load(Table, File, []) : values;
        }
        catch (Exception fault) when (fault is UserException or IOException or UnauthorizedAccessException)
        {
            tell($"the preferences are not used: {fault.Message}");
        }

        return (values.Get(Ffmpeg), values.Get(Host));
    }

    public void Dispose()
    {
        if (_isRefused)
        {
            return;
        }

        var values = _kept;
        if (_canvas?.Session.Settings.Brush is { } brush)
        {
            values.Set(BrushSize, brush.Size);
            values.Set(Shape, brush.Shape);
        }

        values.Set(View, _live.Workspace.Mode);
        values.Set(ShowsPixels, _view?.Values?.Get(TranslationViewComponent.Enlarging) == UpscaleFilter.Nearest);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            ConfigFile.Save(_path, values);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The window is gone already; the terminal that started it may still listen.
            Console.Error.WriteLine($"pix2pix: The preferences can't be saved in {_path}: {fault.Message}");
        }
    }
}
