using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;

namespace Pix2Pix.Realtime.App.Live.Panels;

/// <summary>What belongs to the window whatever its scene: the list of keys, the scenes, the settings, and scene files that are dropped on it. UI thread.</summary>
internal sealed class WindowShell
{
    private static readonly (KeyAction Key, WindowDialog Dialog)[] Ways =
        [(KeyAction.Keys, WindowDialog.Keys), (KeyAction.Scenes, WindowDialog.Scenes), (KeyAction.Settings, WindowDialog.Settings)];

    private readonly LiveContext _live;
    private readonly Scene _scene;
    private KeysDialog? _keys;
    private ScenesDialog? _scenes;
    private SettingsDialog? _settings;
    private bool _isWelcome;

    /// <param name="live">Stays its owner's.</param>
    /// <param name="scene">Stays its owner's.</param>
    public WindowShell(LiveContext live, Scene scene)
    {
        (_live, _scene) = (live, scene);
        _isWelcome = live.Options.IsWelcome;
        live.Requests.Dialog = _isWelcome ? WindowDialog.Scenes : WindowDialog.None;
    }

    /// <summary>Once a frame, after the scene has declared its controls.</summary>
    public void Update(FrameTime time)
    {
        TakeDrops();
        TakeKeys();
        var isOpen = _live.Requests.Dialog switch
        {
            WindowDialog.Keys => (_keys ??= new KeysDialog(_live, _scene.Find<LabelCanvasComponent>()?.Palette)).Show(_live.Ui),
            WindowDialog.Scenes => (_scenes ??= new ScenesDialog(_live, _isWelcome, _scene.Find<TrainingPanelComponent>() is { Enabled: true })).Show(_live.Ui),
            WindowDialog.Settings => (_settings ??= new SettingsDialog(_live, _scene.Find<LabelCanvasComponent>())).Show(_live.Ui),
            _ => true,
        };
        if (!isOpen)
        {
            Open(WindowDialog.None);
        }
    }

    private void TakeKeys()
    {
        // F1 and its like type nothing, so they also work beside a text box.
        foreach (var (key, dialog) in Ways)
        {
            var shortcut = _live.Keys[key];
            if ((!_live.Ui.HasKeyboard || (_live.Ui.Focus.IsTyping && !shortcut.IsTyping && !_live.Ui.HasDialog)) && _live.Ui.Input.TakeKey(shortcut))
            {
                Open(dialog);
            }
        }
    }

    private void Open(WindowDialog dialog)
    {
        _live.Requests.Dialog = dialog;
        _live.Log.Write("dialog", new { name = $"{dialog}" });
        (_keys, _scenes, _settings, _isWelcome) = (null, null, null, false);
        if (dialog == WindowDialog.None)
        {
            _live.Ui.EndDialog();
        }

        _live.Frames.RequestDraw();
    }

    private void TakeDrops()
    {
        foreach (ref readonly var input in _live.Pump.Events)
        {
            if (input is { Kind: InputKind.FileDrop, Path: { } path } && _scene.Find<ToolPanelComponent>() is null)
            {
                Take(path);
            }
        }
    }

    /// <summary>Scenes without a tool panel take scenes, and generators where they have a translator.</summary>
    private void Take(string path) => _live.Notices.Try(() =>
    {
        if (SceneFile.IsScene(path))
        {
            _live.Quit.Open(path);
        }
        else if (path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && _scene.Find<TranslatorComponent>() is { } translator)
        {
            translator.LoadInBackground(path);
        }
    });
}
