using System.Diagnostics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>The scene's <c>StreetTranslator</c>: one generator for all houses; the house that was painted last is translated first.</summary>
internal sealed class StreetTranslatorComponent : Behaviour
{
    public static readonly Setting<string> Model = SettingKinds.FileName("model", ModelFile.Boxed, "an .onnx file", "the generator; a relative path is also looked up next to the scene file");
    public static readonly Setting<int> Threads = SettingKinds.Int("threads", 0, 0, 256, "threads", "threads of one translation; 0 = automatic");

    /// <summary>The palette of the houses' label maps.</summary>
    public const string Palette = "cmp-facade";

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly LabelColors _colors = new(PaletteFile.Load(Palette));
    private TensorTranslator? _tensors;
    private List<HouseComponent> _houses = [];
    private HouseComponent? _underway;
    private StyleInput? _style;
    private long _sequence;

    public StreetTranslatorComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(Model, Threads);

    /// <summary>The generator's input shape. Valid when the scene is awake.</summary>
    public FrameShape Shape => _tensors!.Input;

    public RateMeter Rate { get; } = new();

    protected override void Awake()
    {
        var generator = GeneratorLoader.Load(ModelFile.Find(_values.Get(Model), _live.Options.Scene), new LoadOptions { Threads = _values.Get(Threads) });
        _tensors ??= new TensorTranslator(generator.Info.Input, generator.Info.Output, _live.Pump.Wake, fault => _live.Notices.Tell(ToastKind.Fault, StreetTexts.GeneratorFailed(fault.Message)));
        _style = generator.Style;
        _tensors.Publish(generator);
    }

    protected override void Start() => _houses = [.. Scene.Objects.Select(one => one.Get<HouseComponent>()).OfType<HouseComponent>()];

    protected override void LateUpdate(FrameTime time)
    {
        do
        {
            Take(_tensors!);
            if (_underway is null && Newest() is { } house)
            {
                Submit(_tensors!, house);
            }
        }
        while (_live.Pump.IsStepped && _underway is not null);
    }

    protected override void OnDestroy() => _tensors?.Dispose();

    private void Take(TensorTranslator tensors)
    {
        if (_live.Pump.IsStepped)
        {
            tensors.WaitForNewest();
        }

        if (!tensors.TryTake() || _underway is null)
        {
            return;
        }

        _underway.Show(tensors.Reading.Shown);
        Rate.Add(Stopwatch.GetTimestamp());
        if (_live.Log.IsOn)
        {
            _live.Log.Write("house", new { name = _underway.GameObject.Name, sequence = tensors.Reading.Shown.Stamp.Sequence, version = _underway.Translated });
        }

        _underway = null;
        _live.Frames.RequestDraw();
    }

    private HouseComponent? Newest()
    {
        HouseComponent? newest = null;
        foreach (var house in _houses)
        {
            if (house.Session.Canvas.Version != house.Translated && (newest is null || house.ChangedAt > newest.ChangedAt))
            {
                newest = house;
            }
        }

        return newest;
    }

    private void Submit(TensorTranslator tensors, HouseComponent house)
    {
        var canvas = house.Session.Canvas;
        (_underway, house.Translated) = (house, canvas.Version);

        // One house at a time is under way, so that each has a style of its own.
        if (_style is { } style)
        {
            Span<float> look = stackalloc float[style.Definition.Count];
            if (house.IsOwn && _live.Options.Visit!.Style is { Count: var count } own && count == look.Length)
            {
                // It looks as it did on the canvas.
                own.ToArray().CopyTo(look);
            }
            else
            {
                style.Style.Distribution.Sample(style.Definition, house.StyleSeed, look);
            }

            style.Set(look);
        }

        // A canvas's painting may have another size.
        PixelConvert.Encode(LabelMapFile.Resize(canvas.Map, tensors.Writing.Shape.Width, tensors.Writing.Shape.Height), _colors, tensors.Writing.Values, tensors.Writing.Shape);
        tensors.Writing.Stamp = new FrameStamp(++_sequence, InputTicks: 0);
        tensors.Submit();
    }
}
