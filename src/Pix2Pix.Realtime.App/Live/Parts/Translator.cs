using System.Diagnostics;
using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Kit;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Parts;

/// <summary>
/// The scene's <c>Translator</c>: gives the label map, or the live source's picture, to the generator whenever it changed, and has the newest translation as a texture.
/// It asks a generator which of the two faces it has: a tensor one runs on its own thread, a texture one here, on the GL thread.
/// </summary>
internal sealed class Translator : Behaviour
{
    /// <summary>What the file in the box is called; it lies beside the scenes.</summary>
    private const string Boxed = "facades.onnx";

    /// <summary>No canvas has this version: translate whatever is there.</summary>
    private const long Unseen = -1;

    /// <summary>Seconds: a generator at least this quick is waited for before the next picture is drawn, a slower one is not.</summary>
    private const double QuickTurnaround = 0.02;

    /// <summary>Seconds between two looks at whether the card has finished a slice.</summary>
    private const double SlicePeriod = 0.001;

    public static readonly Setting<string> Model = SettingKinds.Words("model", Boxed, "an .onnx file", "the generator; looked for as it is, then beside the scene");
    public static readonly Setting<LiveProvider> Provider = SettingKinds.Choice("provider", LiveProvider.Auto, "what computes it",
        ("auto", LiveProvider.Auto), ("cpu", LiveProvider.Cpu), ("cuda", LiveProvider.Cuda), ("gl", LiveProvider.Gl));
    public static readonly Setting<int> Threads = SettingKinds.Whole("threads", 0, 0, 256, "threads", "threads within one translation; 0 = as many as help");
    public static readonly Setting<bool> Tune = SettingKinds.Switch("tune", true, "find out once which way to run a generator is the fastest on this machine, and remember it");

    public static readonly Setting<double> Budget = SettingKinds.Real("budget", 8, 0, 10_000, "milliseconds",
        "with the provider gl: the graphics card's time that a translation takes before the window is drawn again; 0 = a whole translation");

    public static readonly Setting<string> SecondModel = SettingKinds.Words("second", "", "an .onnx file, or empty", "a second generator, to fade to or to see beside the first");
    public static readonly Setting<double> Fade = SettingKinds.Real("fade", 0, 0, 1, "", "0 = the first generator alone, 1 = the second alone");

    /// <summary>Seconds that a fade by key takes from end to end.</summary>
    private const double FadeSeconds = 1;

    private readonly Stage _stage;
    private readonly SettingValues _values;
    private readonly TimeSpan _budget;
    private readonly Tuner? _tuner;
    private readonly GeneratorSource _source;
    private readonly TextureTranslator _textures;
    private readonly TensorPass _pass;
    private readonly TensorPass _secondPass;
    private TensorTranslator? _tensors;
    private TranslatorInput _input = null!;
    private bool _isTexture;
    private long _version = Unseen;
    private long _sequence;
    private FrameStamp _begun;
    private double _submittedAt;
    private double _turnaround;
    private ReadGenerator? _offered;
    private ITensorGenerator? _tuned;
    private int _loading;
    private int _tuning;
    private bool _hasSecond;
    private double _fadesTo = double.NaN;

    public Translator(Stage stage, SettingValues values)
    {
        _stage = stage;
        _values = values;
        _budget = values.Get(Budget) is > 0 and var milliseconds && !stage.Pump.IsStepped ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.MaxValue;

        // Pictures of a run without a window must not depend on what this machine remembers.
        var isTuned = stage.Window is not null && values.Get(Tune) && values.Get(Threads) == 0 && values.Get(Provider) != LiveProvider.Cuda;
        _tuner = isTuned ? new Tuner(ChoiceCache.ForUser()) : null;
        _source = new GeneratorSource(stage, values.Get(Provider), values.Get(Threads), _tuner);
        _textures = new TextureTranslator(stage.Device);
        _pass = new TensorPass(stage.Device);
        _secondPass = new TensorPass(stage.Device);
    }

    public static SettingsTable Properties { get; } = new(Model, Provider, Threads, Tune, Budget, SecondModel, Fade);

    /// <summary>What may be turned while it translates.</summary>
    public static IReadOnlyList<Setting> Live { get; } = [Model, SecondModel, Fade];

    /// <summary>What the generators of this program read; null until there was one.</summary>
    public FrameShape? Shape { get; private set; }

    /// <summary>The generator in use; null while there is none.</summary>
    public GeneratorInfo? Info => _isTexture ? _textures.Info : _tensors?.Info;

    /// <summary>The newest translation; null before the first.</summary>
    public Texture? Picture => _isTexture ? _textures.Picture : _pass.Picture;

    /// <summary>The second generator; null while there is none.</summary>
    public GeneratorInfo? SecondInfo => _isTexture ? null : _tensors?.SecondInfo;

    /// <summary>The second generator's newest translation, while two are shown beside each other; null otherwise.</summary>
    public Texture? SecondPicture => _hasSecond ? _secondPass.Picture : null;

    /// <summary>Where the newest translation came from.</summary>
    public FrameStamp Stamp { get; private set; }

    public RateMeter Rate { get; } = new();

    /// <summary>Whether an input waits for its translation.</summary>
    public bool IsBusy => Info is not null && Stamp.Sequence < _sequence;

    /// <summary>Whether a generator is being loaded in the background.</summary>
    public bool IsLoading => Volatile.Read(ref _loading) != 0;

    /// <summary>Any thread: offers a warm generator for the place of the one in use; the translator owns it from here on.</summary>
    public void Publish(IGenerator generator) => Offer(new ReadGenerator("", generator, Plan: null));

    /// <summary>Loads a generator while painting goes on, and puts it in the place of the one in use.</summary>
    public void LoadInBackground(string path) => InBackground(() => _source.Read(path, Shape));

    /// <summary>Loads a second generator while painting goes on; it runs beside the first from then on as far as it is shown.</summary>
    public void LoadSecondInBackground(string path)
    {
        // Headless there is nobody to wait, and every run should give the same pictures.
        if (_stage.Window is null)
        {
            LoadSecond();
        }
        else
        {
            ThreadPool.QueueUserWorkItem(_ => _stage.Try(LoadSecond));
        }

        void LoadSecond() => PublishSecond(_source.Beside(path, Shape));
    }

    /// <summary>Any thread: puts a warm generator beside the first; the translator owns it from here on.</summary>
    /// <exception cref="UserException">It has other shapes than the first, or the first runs on the graphics card.</exception>
    public void PublishSecond(ITensorGenerator second)
    {
        var info = second.Info;
        if (_isTexture || _tensors is not { } tensors)
        {
            second.Dispose();
            throw new UserException("expected a first generator on the processor, to fade from it to a second; start with --provider cpu and a model");
        }

        if (info.Input != tensors.Input || info.Output != tensors.Output)
        {
            second.Dispose();
            throw new UserException($"expected a second generator from {tensors.Input} to {tensors.Output} like the first, found {info.Name}, from {info.Input} to {info.Output}");
        }

        tensors.PublishSecond(second);
        _stage.Log.Write("second", new { name = info.Name, runs = info.Runs });
        _stage.Tell(ToastKind.Done, $"Second generator: {info.Name}; X fades to it and back");
    }

    /// <summary>Copies the newest translation, <see cref="Picture"/>, into memory: from the tensor where there is one, read back from the card otherwise.</summary>
    /// <param name="into">Of the picture's size; overwritten.</param>
    public void Read(PixelImage into)
    {
        if (!_isTexture && _tensors is { } tensors)
        {
            PixelConvert.Decode(tensors.Reading.Shown.Values, tensors.Output, into);
            return;
        }

        using var target = new Framebuffer(_stage.Device, Picture!.Name, Picture.Size);
        Screenshot.Read(_stage.Device, target.Target).Rgba.CopyTo(into.Rgba, 0);
    }

    protected override void Awake()
    {
        if (_stage.Window is null)
        {
            Adopt(Load(Find(_values.Get(Model))));
        }
        else
        {
            // A person can paint without a generator, and drop one on the window later.
            _stage.Try(() => Adopt(Load(Find(_values.Get(Model)))));
        }
    }

    protected override void Start()
    {
        if (_values.Get(SecondModel) is { Length: > 0 } second)
        {
            LoadSecondInBackground(Find(second));
        }

        var canvas = Scene.Require<PaintableCanvas>("LabelCanvas");
        _input = new TranslatorInput(_stage, canvas, Scene.Find<LiveSource>());
        if (Info?.Palette is { Length: > 0 } palette && palette != canvas.Palette.Name)
        {
            _stage.Tell(ToastKind.Warning, $"This generator was trained on the palette {palette}, the canvas paints {canvas.Palette.Name}: colours may mean other things to it.");
        }
    }

    protected override void OnChanged(Setting property)
    {
        if (property == Model)
        {
            LoadInBackground(Find(_values.Get(Model)));
        }
        else if (property == SecondModel && _values.Get(SecondModel) is { Length: > 0 } second)
        {
            LoadSecondInBackground(Find(second));
        }
        else if (property == Fade)
        {
            _fadesTo = double.NaN;
        }
    }

    protected override void Update(FrameTime time)
    {
        if (SecondInfo is null)
        {
            return;
        }

        if (!_stage.Ui.HasKeyboard && _stage.Ui.Input.TakeKey(Key.X))
        {
            _fadesTo = (double.IsNaN(_fadesTo) ? _values.Get(Fade) : _fadesTo) < 0.5 ? 1 : 0;
        }

        if (!double.IsNaN(_fadesTo))
        {
            var (fade, step) = (_values.Get(Fade), time.Delta / FadeSeconds);
            fade = fade < _fadesTo ? Math.Min(fade + step, _fadesTo) : Math.Max(fade - step, _fadesTo);
            _values.Set(Fade, fade);
            _fadesTo = fade == _fadesTo ? double.NaN : _fadesTo;
            _stage.NextDue = time.Seconds;
        }
    }

    protected override void LateUpdate(FrameTime time)
    {
        if (Volatile.Read(ref _offered) is not null)
        {
            AdoptOffered();
        }

        if (_stage.Workspace.IsFrozen)
        {
            return;
        }

        if (_input.HasSwitched())
        {
            _version = Unseen;
        }

        if (_isTexture)
        {
            TranslateTexture();
        }
        else if (_tensors is not null)
        {
            TranslateTensor(_tensors);
        }
    }

    /// <summary>Apart from the frame's own path: a lambda's captures are allocated where its scope begins, whether it runs or not.</summary>
    private void AdoptOffered()
    {
        if (Interlocked.Exchange(ref _offered, null) is not { } offered)
        {
            return;
        }

        if (_source.Build(offered) is { } generator)
        {
            _stage.Try(() => Adopt(generator));
        }
        else
        {
            InBackground(() => _source.OnProcessor(offered.Path, Shape));
        }
    }

    protected override void OnDestroy()
    {
        _offered?.Generator?.Dispose();
        _tensors?.Dispose();
        _textures.Dispose();
        _pass.Dispose();
        _secondPass.Dispose();
    }

    private void Adopt(IGenerator generator)
    {
        var info = generator.Info;
        if (Shape is { } shape && info.Input != shape)
        {
            generator.Dispose();
            throw new UserException(
                $"expected a generator that reads {shape} like the canvas, found {info.Name}, which reads {info.Input}; start anew with --model to paint in that size");
        }

        if (generator is ITextureGenerator texture)
        {
            (_isTexture, _version) = (true, Unseen);
            _textures.Publish(texture);
        }
        else if (generator is ITensorGenerator tensor)
        {
            if (_isTexture || _tensors is null)
            {
                (_isTexture, _version) = (false, Unseen);
            }

            _tensors ??= new TensorTranslator(info.Input, info.Output, _stage.Pump.Wake, Fail);
            _tensors.Publish(tensor);
        }

        var isFirst = Shape is null;
        Shape = info.Input;
        _stage.Log.Write("generator", new { name = info.Name, runs = info.Runs });
        if (!isFirst && generator != Volatile.Read(ref _tuned))
        {
            _stage.Tell(ToastKind.Done, $"Translating with {info.Name}");
        }
    }

    /// <summary>A translation that has begun goes on with the input that it began with; a newer input, and a newer generator, wait for its end.</summary>
    private void TranslateTexture()
    {
        if (!_textures.IsUnderWay)
        {
            BeginTexture();
        }

        if (_textures.IsUnderWay && _textures.Continue(_budget))
        {
            Arrived(_begun);
        }
        else if (_textures.IsUnderWay)
        {
            _stage.NextDue = Math.Min(_stage.NextDue, _stage.Pump.Seconds + SlicePeriod);
        }
    }

    private void BeginTexture()
    {
        var changed = _textures.Adopt();
        if ((changed || _version != _input.Version) && _input.Texture is { } input)
        {
            _version = _input.Version;
            _begun = new FrameStamp(++_sequence, _input.TakeInputTicks());
            LogInput();
            _textures.Begin(input);
        }
    }

    private void TranslateTensor(TensorTranslator tensors)
    {
        TakeMix(tensors);
        if (_version != _input.Version)
        {
            _version = _input.Version;
            var buffer = tensors.Writing;
            _input.Encode(buffer);
            buffer.Stamp = new FrameStamp(++_sequence, _input.TakeInputTicks());
            tensors.Submit();
            Hold();
            LogInput();
        }

        if (_stage.Pump.IsStepped)
        {
            tensors.WaitForNewest();
        }

        if (tensors.TryTake())
        {
            _pass.Upload(tensors.Reading.Shown);
            _hasSecond = tensors.Reading.HasSecond;
            if (_hasSecond)
            {
                _secondPass.Upload(tensors.Reading.Second);
            }

            Arrived(tensors.Reading.Shown.Stamp);
        }
    }

    /// <summary>Another mix shows the same input otherwise, so it is translated again.</summary>
    private void TakeMix(TensorTranslator tensors)
    {
        var (fade, isBeside, now) = ((float)_values.Get(Fade), _stage.Workspace.Mode == ViewMode.Generators, tensors.Mix);
        if (now.Fade != fade || now.IsBeside != isBeside)
        {
            tensors.Mix = new GeneratorMix(fade, isBeside);
            _version = tensors.SecondInfo is null ? _version : Unseen;
        }
    }

    /// <summary>Drawing paint alone just before its translation arrives would delay the translation by a whole picture.</summary>
    private void Hold()
    {
        _submittedAt = _stage.Pump.Seconds;
        if (_turnaround is > 0 and <= QuickTurnaround)
        {
            _stage.HoldDraw(_submittedAt + QuickTurnaround);
        }
    }

    private void LogInput()
    {
        if (_stage.Log.IsOn)
        {
            _stage.Log.Write("input", new { sequence = _sequence, version = _version });
        }
    }

    private void Arrived(FrameStamp stamp)
    {
        _turnaround = _stage.Pump.Seconds - _submittedAt;
        _stage.HoldDraw(0);
        Stamp = stamp;
        Rate.Add(Stopwatch.GetTimestamp());
        _stage.RequestDraw();
        if (_stage.Log.IsOn)
        {
            _stage.Log.Write("translation", new { sequence = stamp.Sequence });
        }

        if (!_isTexture && _tuner is { HasPending: true })
        {
            TuneInBackground(_tuner);
        }
    }

    /// <summary>Only once a picture is there: nobody waits for what is measured here.</summary>
    private void TuneInBackground(Tuner tuner)
    {
        if (Interlocked.Exchange(ref _tuning, 1) == 1)
        {
            return;
        }

        _stage.Log.Write("tuning", new { name = Info?.Name });
        ThreadPool.QueueUserWorkItem(_ =>
        {
            _stage.Try(() =>
            {
                var tuned = tuner.Measure();
                _stage.Log.Write("tuned", new { runs = tuned?.Info.Runs });
                if (tuned is not null)
                {
                    Volatile.Write(ref _tuned, tuned);
                    Publish(tuned);
                }
            });
            Volatile.Write(ref _tuning, 0);
        });
    }

    private void Fail(Exception fault)
    {
        _stage.Log.Write("fault", new { message = fault.Message });
        _stage.Tell(ToastKind.Fault, $"The generator failed and is not used any more; the last picture stays. {fault.Message}");
    }

    private IGenerator Load(string path) => _source.Build(_source.Read(path, Shape)) ?? _source.OnProcessor(path, Shape).Generator!;

    private void InBackground(Func<ReadGenerator> read)
    {
        if (Interlocked.Exchange(ref _loading, 1) == 1)
        {
            _stage.Tell(ToastKind.Note, "Another generator is still being loaded.");
            return;
        }

        ThreadPool.QueueUserWorkItem(_ =>
        {
            _stage.Try(() => Offer(read()));
            Volatile.Write(ref _loading, 0);
        });
    }

    private void Offer(ReadGenerator read)
    {
        Interlocked.Exchange(ref _offered, read)?.Generator?.Dispose();
        _stage.Pump.Wake();
    }

    private string Find(string model)
    {
        if (File.Exists(model) || Path.IsPathRooted(model))
        {
            return model;
        }

        var beside = Path.Combine(Path.GetDirectoryName(_stage.Options.Scene) ?? "", model);
        return File.Exists(beside) ? beside : model == Boxed ? ProjectFolder.Under("sample-scenes", Boxed) : model;
    }
}
