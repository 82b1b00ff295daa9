using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Generators;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx.Foreign;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// The scene's <c>Translator</c>: gives the label map, or the live source's picture, to the generator whenever it changed, and has the newest translation as a texture.
/// It asks a generator which of the two faces it has: a tensor one runs on its own thread, a texture one here, on the GL thread.
/// </summary>
internal sealed class TranslatorComponent : Behaviour
{
    public static readonly Setting<string> Model = SettingKinds.FileName("model", ModelFile.Boxed, "an .onnx file", "the generator; a relative path is also looked up next to the scene file").Live();
    public static readonly Setting<LiveProvider> Provider = SettingKinds.Choice("provider", LiveProvider.Auto, "what runs the generator",
        ("auto", LiveProvider.Auto), ("cpu", LiveProvider.Cpu), ("cuda", LiveProvider.Cuda), ("gl", LiveProvider.Gl));
    public static readonly Setting<int> Threads = SettingKinds.Int("threads", 0, 0, 256, "threads", "threads of one translation; 0 = automatic");
    public static readonly Setting<bool> Tune = SettingKinds.Bool("tune", true, "measure once which way to run the generator is fastest on this machine");
    public static readonly Setting<bool> Int8 = SettingKinds.Bool("int8", true, "with tune: also try int8, and use it where it is faster at equal quality");
    public static readonly Setting<GpuPrecision> Precision = SettingKinds.Choice("precision", GpuPrecision.Auto,
        "with provider gl: the precision of weights and activations; auto = the faster one that passes the probe",
        ("auto", GpuPrecision.Auto), ("fp32", GpuPrecision.Fp32), ("fp16", GpuPrecision.Fp16));
    public static readonly Setting<double> Budget = SettingKinds.Double("budget", 8, 0, 10_000, "milliseconds",
        "with provider gl: GPU time of a translation before the window is drawn again; 0 = no limit");

    public static readonly Setting<string> Size = SettingKinds.Text("size", "auto", "WIDTHxHEIGHT or auto", "the picture size of a model whose file leaves it open; auto = 256x256");
    public static readonly Setting<string> Range = SettingKinds.Text("range", "auto", "a range, or IN:OUT",
        "the values of another program's model: -1..1, 0..1, 0..255, imagenet or MEANS/DEVIATIONS; auto = what its operators show");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly GeneratorSource _source;
    private readonly GeneratorArrivals _arrivals;
    private readonly NamedGenerator _named;
    private readonly BackgroundTuning? _tuning;
    private readonly InputSequence _stamps;
    private readonly TensorBackend _tensors;
    private readonly TextureBackend _textures;
    private ITranslatorBackend _backend;

    /// <summary>Whether the next generator is news: a run's snapshots come every few minutes.</summary>
    private bool _tellsArrival = true;
    private TranslatorInput _input = null!;

    public TranslatorComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _values = values;
        _named = new NamedGenerator(values, Model);

        // Pictures of a run without a window must not depend on what this machine remembers.
        var isTuned = live.Window is not null && values.Get(Tune) && values.Get(Threads) == 0 && values.Get(Provider) != LiveProvider.Cuda;
        var tuner = isTuned ? new Tuner(ChoiceCache.ForUser(), values.Get(Int8), reason => live.Log.Write("choice", new { reason })) : null;
        _source = new GeneratorSource(live, values.Get(Provider), values.Get(Threads), tuner, values.Get(Precision));
        _arrivals = new GeneratorArrivals(live, _source, (generator, path) =>
        {
            // A run's snapshots come and go, any other is the scene's from here on.
            Adopt(generator);
            _named.Took(_tellsArrival ? path : "");
        });
        _tuning = tuner is null ? null : new BackgroundTuning(live, tuner, _arrivals);
        var budget = values.Get(Budget) is > 0 and var milliseconds && !live.Pump.IsStepped ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.MaxValue;
        _stamps = new InputSequence(live.Log);
        _tensors = new TensorBackend(live, _stamps, Fail);
        _textures = new TextureBackend(live, _stamps, budget);
        _backend = _tensors;
    }

    public static SettingsTable Properties { get; } = new(Model, Provider, Threads, Tune, Int8, Precision, Budget, Size, Range);

    /// <summary>The generators' input shape; null until one was loaded.</summary>
    public FrameShape? Shape { get; private set; }

    /// <summary>The generator in use; null while there is none.</summary>
    public GeneratorInfo? Info => _backend.Info;

    /// <summary>The style of the generator in use; null = it knows none, or there is no generator. One that takes its place goes on with what is set.</summary>
    public StyleInput? Style { get; private set; }

    /// <summary>The newest translation; null before the first.</summary>
    public Texture? Picture => _backend.Picture;

    /// <summary>The second generator's newest translation, while two are shown beside each other; null otherwise.</summary>
    public Texture? SecondPicture => _backend.SecondPicture;

    /// <summary>The backend of the current generator; replaced when it moves between CPU and GPU, null while there is none.</summary>
    public IGeneratorPair? Pair => _backend.Pair;

    /// <summary>Where the newest translation came from.</summary>
    public FrameStamp Stamp { get; private set; }

    public RateMeter Rate { get; } = new();

    /// <summary>Whether an input waits for its translation.</summary>
    public bool IsBusy => Info is not null && Stamp.Sequence < _stamps.Newest;

    /// <summary>Whether a generator is being loaded in the background.</summary>
    public bool IsLoading => _arrivals.IsLoading;

    /// <summary>Any thread: offers a warm generator for the place of the one in use; the translator owns it from here on.</summary>
    public void Publish(IGenerator generator) => _arrivals.Offer(generator);

    /// <summary>Loads a generator while painting continues, and puts it in the place of the one in use.</summary>
    /// <param name="isPassing">Whether another takes its place soon, as a snapshot's of a run that continues.</param>
    public void LoadInBackground(string path, bool isPassing = false)
    {
        Choices += isPassing ? 0 : 1;
        _tellsArrival = !isPassing;
        _arrivals.LoadInBackground(path, Shape, isPassing);
    }

    /// <summary>How often somebody chose a generator, as opposed to a run's next snapshot that took its place by itself.</summary>
    public int Choices { get; private set; }

    /// <summary>Any thread: reads a generator that is to run beside the one in use.</summary>
    /// <exception cref="UserException">The file is no generator, not of that size, or not for the GPU, where the one in use runs.</exception>
    public ReadGenerator ReadBeside(string path) => _source.ReadBeside(path, Shape, _backend == _textures);

    /// <summary>GL thread: what <see cref="ReadBeside"/> read, ready to translate; the caller owns it.</summary>
    /// <exception cref="UserException">The GPU can't.</exception>
    public IGenerator BuildBeside(ReadGenerator read) => _source.BuildBeside(read);

    /// <summary>Translates what is there once more, because it will look otherwise.</summary>
    public void TranslateAgain()
    {
        _stamps.Forget();
        _live.Frames.WakeAt(_live.Pump.Seconds);
    }

    /// <summary>Copies the newest translation, <see cref="Picture"/>, into memory: from the tensor where there is one, read back from the GPU otherwise.</summary>
    /// <param name="into">Of the picture's size; overwritten.</param>
    public void Read(PixelImage into) => _backend.Read(into);

    protected override void Awake()
    {
        _source.Foreign = new ForeignOptions
        {
            Size = ModelSize.Parse(_values.Get(Size)), Range = ModelRange.Parse(_values.Get(Range)), Palette = Scene.Find<LabelCanvasComponent>()?.Palette,
        };
        if (_live.Window is null)
        {
            AdoptNamed();
        }
        else
        {
            // A user can paint without a generator, and drop one on the window later.
            _live.Notices.Try(AdoptNamed);
        }

        if (Shape is { } shape)
        {
            // All parts wake before the first one starts, so the canvas takes this size.
            _live.Workspace.Picture = new PixelSize(shape.Width, shape.Height);
        }

        void AdoptNamed() => Adopt(_arrivals.Load(ModelFile.Find(_values.Get(Model), _live.Options.Scene), Shape));
    }

    protected override void Start()
    {
        var canvas = Scene.Require<LabelCanvasComponent>();
        if (Shape is { } shape && canvas.Side is > 0 and var side && (shape.Width, shape.Height) != (side, side))
        {
            throw new UserException(TranslationTexts.CanvasSize(shape.Width, shape.Height, side));
        }

        _input = new TranslatorInput(_live, canvas, Scene.Find<SourceComponent>());
        if (Info?.Palette is { Length: > 0 } palette && palette != canvas.Palette.Name)
        {
            _live.Notices.Tell(ToastKind.Warning, TranslationTexts.OtherPalette(palette, canvas.Palette.Name));
        }
    }

    protected override void OnChanged(Setting property)
    {
        if (property == Model)
        {
            LoadInBackground(_named.Want(ModelFile.Find(_values.Get(Model), _live.Options.Scene)));
        }
    }

    protected override void LateUpdate(FrameTime time)
    {
        _arrivals.Update(Shape);
        _named.Update(_arrivals.IsIdle);
        if (_live.Workspace.IsFrozen)
        {
            return;
        }

        if (_input.HasSwitched())
        {
            _stamps.Forget();
        }

        if (_backend.Update(_input) is { } stamp)
        {
            Arrived(stamp);
        }
    }

    protected override void OnDestroy()
    {
        _tuning?.Dispose();
        _arrivals.Dispose();
        _tensors.Dispose();
        _textures.Dispose();
    }

    private void Adopt(IGenerator generator)
    {
        var info = generator.Info;
        if (Shape is { } shape && info.Input != shape)
        {
            generator.Dispose();
            throw new UserException(TranslationTexts.OtherInput(shape, info.Name, info.Input));
        }

        if (IsStarted && _live.Workspace.Picture is var picture && (info.Input.Width, info.Input.Height) != (picture.Width, picture.Height))
        {
            generator.Dispose();
            throw new UserException(TranslationTexts.OtherSize(picture, info.Name, info.Input));
        }

        if (generator.Style is { } style)
        {
            if (Style is { } before)
            {
                style.TakeOver(before);
            }

            Style = style;
        }
        else
        {
            Style = null;
        }

        ITranslatorBackend backend = _textures.TryPublish(generator) ? _textures : _tensors;
        if (backend == _tensors)
        {
            _ = _tensors.TryPublish(generator);
        }

        if (backend != _backend)
        {
            _backend = backend;
            _stamps.Forget();
        }

        var isFirst = Shape is null;
        Shape = info.Input;
        _live.Log.Write("generator", new { name = info.Name, runs = info.Runs });
        if (!isFirst && _tuning?.Made(generator) != true && _tellsArrival)
        {
            _live.Notices.Tell(ToastKind.Done, TranslationTexts.Translating(info.Name));
        }

        if (info.Assumptions.Count > 0 && _tuning?.Made(generator) != true)
        {
            _live.Log.Write("assumed", new { name = info.Name, assumed = info.Assumptions });
            _live.Notices.Tell(ToastKind.Note, TranslationTexts.ForeignGenerator(info.Name));
        }
    }

    private void Arrived(FrameStamp stamp)
    {
        Stamp = stamp;
        Rate.Add(Stopwatch.GetTimestamp());
        _live.Frames.RequestDrawOfTranslation();
        if (_live.Log.IsOn)
        {
            _live.Log.Write("translation", new { sequence = stamp.Sequence });
        }

        if (_backend == _tensors)
        {
            _tuning?.Begin(Info?.Name);
        }
    }

    private void Fail(Exception fault)
    {
        _live.Log.Write("fault", new { message = fault.Message });
        _live.Notices.Tell(ToastKind.Fault, fault is PictureException
            ? TranslationTexts.PictureFailed(fault.Message)
            : TranslationTexts.GeneratorFailed(fault.Message));
    }
}
