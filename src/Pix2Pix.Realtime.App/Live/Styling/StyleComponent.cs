using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Translation;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>
/// The scene's <c>Style</c>: what the label map leaves open, for a generator that was trained with styles. It sets the style of the <see cref="TranslatorComponent"/>'s
/// generator and of the second one, at once or over time. Each of the style's numbers has an OSC address by its name, e.g. <c>/Style/wall.red</c>.
/// </summary>
internal sealed class StyleComponent : Behaviour, INamedNumbers
{
    public static readonly Setting<string> From = SettingKinds.FileName("file", "", "a style file, or empty", "the style to begin with; a relative path is also looked up next to the scene file").Live();
    public static readonly Setting<int> Seed = SettingKinds.Int("seed", 0, 0, int.MaxValue, "", "a random style as the generator's training set has them; 0 = none").Live();
    public static readonly Setting<double> Fade = SettingKinds.Double("fade", 0, 0, 60, "seconds", "how long a change to another style takes").Live();

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly StyleFade _fading = new();
    private readonly float[] _style = new float[StyleDefinition.MostValues];
    private TranslatorComponent _translator = null!;
    private CrossFadeComponent? _second;
    private StyleTrack? _track;
    private PlayedStyles _played = null!;

    /// <summary>Whether what the scene asks for was set; a generator may come later than the scene.</summary>
    private bool _isBegun;

    public StyleComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(From, Seed, Fade);

    /// <summary>The generator's style; null = it knows none, or there is no generator.</summary>
    public StyleInput? Input => IsStarted ? _translator.Style : null;

    private IEnumerable<string> Names => Input?.Definition.Values.Select(value => value.Name) ?? [];

    /// <summary>Changes to another style, over as many seconds as <see cref="Fade"/> says.</summary>
    /// <param name="style">A number each as the definition has them.</param>
    /// <exception cref="UserException">It is no style of the generator's; the one before stays.</exception>
    public void ChangeTo(ReadOnlySpan<float> style)
    {
        if (Input is not { } input)
        {
            return;
        }

        input.Definition.Require(style);
        ChangeTo(style, _values.Get(Fade), input);
    }

    /// <summary>Sets a style at once: a slider is dragged.</summary>
    public void Set(ReadOnlySpan<float> style)
    {
        if (Input is { } input)
        {
            ChangeTo(style, seconds: 0, input);
        }
    }

    /// <summary>A random style as the training set has them.</summary>
    public void ChangeToRandom(ulong seed)
    {
        if (Input is { } input)
        {
            Span<float> style = stackalloc float[input.Definition.Count];
            input.Style.Distribution.Sample(input.Definition, seed, style);
            ChangeTo(style);
        }
    }

    /// <summary>Changes to the style of a photograph.</summary>
    /// <param name="path">See <see cref="PhotographStyle.Measure"/>.</param>
    /// <returns>Whether the generator knows styles; faults of the file go to the notices.</returns>
    public bool TakeFrom(string path)
    {
        if (Input is not { } input)
        {
            return false;
        }

        _live.Notices.Try(() => TakeFrom(path, input.Definition));
        return true;
    }

    public string? TrySet(string name, double value)
    {
        if (Input is not { } input)
        {
            return StylingTexts.NoStylesFor(name);
        }

        for (var i = 0; i < input.Definition.Count; i++)
        {
            if (input.Definition.Values[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (!double.IsFinite(value))
                {
                    return StylingTexts.NoNumber(name, value);
                }

                var style = Current(input);
                style[i] = (float)value;
                Set(style);
                return null;
            }
        }

        return StylingTexts.UnknownName(name, string.Join(", ", Names));
    }

    protected override void Start()
    {
        _translator = Scene.Require<TranslatorComponent>();
        _second = Scene.Find<CrossFadeComponent>();
        _track = Scene.Find<LabelCanvasComponent>()?.Styles;
        _played = new PlayedStyles(words => _live.Notices.Tell(ToastKind.Warning, words));
        _track?.Played = (style, speed) =>
        {
            _played.Take(style, speed);
            _live.Frames.RequestDraw();
        };
    }

    protected override void OnChanged(Setting property)
    {
        if (IsStarted && property == From)
        {
            Choose(property);
        }
        else if (IsStarted && property == Seed)
        {
            _live.Notices.Try(() => Choose(property));
        }
    }

    protected override void Update(FrameTime time)
    {
        if (!_isBegun && Input is not null)
        {
            _isBegun = true;
            Begin();
        }

        if (Input is null && _translator.Info is { } info)
        {
            _played.Refuse(info.Name);
        }

        while (_isBegun && Input is { } played && _played.TryTake(played.Definition, _style.AsSpan(0, played.Definition.Count), out var seconds))
        {
            var style = _style.AsSpan(0, played.Definition.Count).ToArray();
            ChangeTo(style, seconds, played);
        }

        if (_fading.IsRunning && Input is { } input)
        {
            var style = _style.AsSpan(0, input.Definition.Count);
            _fading.At(time.Seconds, style);
            Apply(style);
            _live.Frames.WakeAt(time.Seconds);
        }
    }

    private void ChangeTo(ReadOnlySpan<float> style, double seconds, StyleInput input)
    {
        _track?.Add(_live.Pump.Seconds, seconds, input.Definition, style);
        if (seconds == 0)
        {
            _fading.End();
            Apply(style);
            return;
        }

        _fading.Begin(Current(input), style, _live.Pump.Seconds, seconds);
        _live.Frames.WakeAt(_live.Pump.Seconds);
    }

    private void Begin()
    {
        if (Input is { } input && _live.Options.Visit is { Text: not null, Style: { Count: > 0 } left } && left.Count == input.Definition.Count)
        {
            // The scene is opened again as it was left.
            Set([.. left]);
        }
        else if (_values.Get(From).Length > 0)
        {
            _live.Notices.Try(() => Choose(From));
        }
        else if (_values.Get(Seed) > 0)
        {
            _live.Notices.Try(() => Choose(Seed));
        }
    }

    private void Choose(Setting property)
    {
        if (Input is not { } input)
        {
            throw new UserException(StylingTexts.NoStyles(_translator.Info is { } info ? StylingTexts.WithoutStyles(info.Name) : StylingTexts.NoGenerator));
        }

        if (property == Seed)
        {
            if (_values.Get(Seed) > 0)
            {
                ChangeToRandom((ulong)_values.Get(Seed));
            }
            else
            {
                ChangeTo(input.Definition.Neutral);
            }
        }
        else if (_values.Get(From) is { Length: > 0 } file)
        {
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_live.Options.Scene)) ?? "", file);
            ChangeTo(StyleFile.Load(File.Exists(beside) ? beside : file, input.Definition));
        }
    }

    private void TakeFrom(string path, StyleDefinition definition)
    {
        var measured = new float[definition.Count];
        var isExact = PhotographStyle.Measure(path, definition, Scene.Require<LabelCanvasComponent>().Palette, measured);
        ChangeTo(measured);
        _live.Log.Write("style", new { from = path, isExact });
        var name = Path.GetFileName(path);
        _live.Notices.Tell(ToastKind.Done, isExact
            ? StylingTexts.Measured(name)
            : StylingTexts.Estimated(name));
    }

    private void Apply(ReadOnlySpan<float> style)
    {
        _translator.Style?.Set(style);
        if (_second?.Style is { } second && _translator.Style is { } first)
        {
            second.TakeOver(first);
        }

        _translator.TranslateAgain();
        _live.Frames.RequestDraw();
    }

    /// <summary>The style that is set; valid until the next call.</summary>
    private Span<float> Current(StyleInput input)
    {
        var style = _style.AsSpan(0, input.Definition.Count);
        input.CopyTo(style);
        return style;
    }
}
