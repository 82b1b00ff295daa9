using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// The scene's <c>CrossFade</c>: a second generator that runs beside the <see cref="TranslatorComponent"/>'s on the same input, faded to by slider, OSC or key, or seen whole
/// beside the first. It runs only as far as it is seen.
/// </summary>
internal sealed class CrossFadeComponent : Behaviour
{
    /// <summary>Seconds that a fade by key takes from end to end.</summary>
    private const double FadeSeconds = 1;

    public static readonly Setting<string> Second = SettingKinds.FileName("second", "", "an .onnx file, or empty", "the second generator; a relative path is also looked up next to the scene file").Live();
    public static readonly Setting<double> Fade = SettingKinds.Double("fade", 0, 0, 1, "", "0 = only the first generator, 1 = only the second").Live();

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private TranslatorComponent _translator = null!;
    private double _target = double.NaN;
    private ReadGenerator? _offered;
    private IGeneratorPair? _pair;
    private string? _path;

    public CrossFadeComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(Second, Fade);

    /// <summary>The second generator; null while there is none.</summary>
    public GeneratorInfo? Info => IsStarted ? _translator.Pair?.SecondInfo : null;

    /// <summary>The second generator's style; null = it knows none, or there is none.</summary>
    public StyleInput? Style { get; private set; }

    /// <summary>Main thread: loads a second generator while painting continues.</summary>
    /// <param name="path">An .onnx file that reads and writes what the first does.</param>
    public void LoadInBackground(string path)
    {
        (_path, _pair) = (path, _translator.Pair);

        // Headless there is nobody to wait, and every run should give the same pictures.
        if (_live.Window is null)
        {
            Publish(_translator.BuildBeside(_translator.ReadBeside(path)));
            return;
        }

        ThreadPool.QueueUserWorkItem(_ => _live.Notices.Try(() =>
        {
            Interlocked.Exchange(ref _offered, _translator.ReadBeside(path))?.Generator?.Dispose();
            _live.Pump.Wake();
        }));
    }

    /// <summary>Any thread: puts a warm generator beside the first, in the place of the second in use; it is owned here from now on.</summary>
    /// <exception cref="UserException">It has other shapes than the first, or one runs on the GPU and the other on the processor.</exception>
    public void Publish(IGenerator second)
    {
        var info = second.Info;
        if (_translator.Pair is not { Shapes: { } first } pair)
        {
            second.Dispose();
            throw new UserException(TranslationTexts.NoFirstGenerator);
        }

        if ((info.Input, info.Output) != first)
        {
            second.Dispose();
            throw new UserException(TranslationTexts.SecondDiffers(first.Input, first.Output, info.Name, info.Input, info.Output));
        }

        if (_translator.Style is { } style)
        {
            second.Style?.TakeOver(style);
        }

        Style = second.Style;
        if (!pair.TryPublishSecond(second))
        {
            second.Dispose();
            throw new UserException(TranslationTexts.DevicesDiffer(info.Name, info.Runs, _translator.Info?.Name, _translator.Info?.Runs));
        }

        _live.Log.Write("second", new { name = info.Name, runs = info.Runs });

        // Who sees both beside each other needs no words.
        if (_live.Workspace.Mode != ViewMode.Generators)
        {
            _live.Notices.Tell(ToastKind.Done, TranslationTexts.SecondGenerator(info.Name, _live.Keys[KeyAction.Fade].Text(_live.Ui.Keyboard)));
        }
    }

    protected override void Start()
    {
        _translator = Scene.Require<TranslatorComponent>();
        LoadNamed();
    }

    protected override void OnChanged(Setting property)
    {
        if (property == Second && IsStarted)
        {
            LoadNamed();
        }
        else
        {
            _target = double.NaN;
        }
    }

    protected override void Update(FrameTime time)
    {
        if (Volatile.Read(ref _offered) is not null)
        {
            TakeOffered();
        }

        if (_path is { } path && _translator.Pair is { } pair && pair != _pair)
        {
            Follow(path);
        }

        if (Info is not null)
        {
            TakeKey();
            Glide(time);
        }
    }

    /// <summary>Once everybody had a chance to turn fade or view in this frame.</summary>
    protected override void LateUpdate(FrameTime time)
    {
        if (_translator.Pair is { } pair)
        {
            TellMix(pair);
        }
    }

    /// <summary>Switched off, the first is seen alone.</summary>
    protected override void OnSwitched()
    {
        if (!Enabled && _translator.Pair is { } pair)
        {
            pair.Mix = GeneratorMix.First;
            _translator.TranslateAgain();
        }
    }

    protected override void OnDestroy() => _offered?.Generator?.Dispose();

    private void TakeOffered()
    {
        if (Interlocked.Exchange(ref _offered, null) is { } offered)
        {
            _live.Notices.Try(() => Publish(_translator.BuildBeside(offered)));
        }
    }

    /// <summary>The first generator moved between processor and GPU, so the second moves too.</summary>
    private void Follow(string path) => _live.Notices.Try(() => LoadInBackground(path));

    private void LoadNamed()
    {
        if (_values.Get(Second) is { Length: > 0 } second)
        {
            LoadInBackground(ModelFile.Find(second, _live.Options.Scene));
        }
    }

    private void TakeKey()
    {
        if (!_live.Ui.HasKeyboard && _live.Ui.Input.TakeKey(_live.Keys[KeyAction.Fade]))
        {
            _target = (double.IsNaN(_target) ? _values.Get(Fade) : _target) < 0.5 ? 1 : 0;
        }
    }

    private void Glide(FrameTime time)
    {
        if (double.IsNaN(_target))
        {
            return;
        }

        var (fade, step) = (_values.Get(Fade), time.Delta / FadeSeconds);
        fade = fade < _target ? Math.Min(fade + step, _target) : Math.Max(fade - step, _target);
        _values.Set(Fade, fade);
        _target = fade == _target ? double.NaN : _target;
        _live.Frames.WakeAt(time.Seconds);
    }

    /// <summary>Another mix shows the same input otherwise, so it is translated again.</summary>
    private void TellMix(IGeneratorPair pair)
    {
        var (fade, isBeside, now) = ((float)_values.Get(Fade), _live.Workspace.Mode == ViewMode.Generators, pair.Mix);
        if (now.Fade == fade && now.IsBeside == isBeside)
        {
            return;
        }

        pair.Mix = new GeneratorMix(fade, isBeside);
        if (pair.SecondInfo is not null)
        {
            _translator.TranslateAgain();
        }
    }
}
