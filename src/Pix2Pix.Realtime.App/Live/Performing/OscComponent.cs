using System.Globalization;
using System.Net;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Osc;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Performing;

/// <summary>
/// The scene's <c>Osc</c>: OSC controllers set the live properties of the scene's components. The address is <c>/Component/property</c>, the value
/// is clamped to the property's range; texts, which may name files and addresses, are taken only from the folder that the person named. No port is open unless
/// <c>--osc</c> or the Scene page asks: a scene alone opens none. It listens on this machine alone unless another address is named.
/// </summary>
internal sealed class OscComponent : Behaviour
{
    private const string Off = "off";
    private const int LongestShown = 100;

    public static readonly Setting<string> Listen = SettingKinds.Text("listen", "127.0.0.1:9000", "[address:]port, or off", "where to listen for OSC over UDP").Live();
    public static readonly Setting<bool> Receive = SettingKinds.Bool("receive", false, "whether OSC is received; only --osc and this switch open the port, never a scene file").Live();

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly OscFiles? _files;
    private readonly HashSet<string> _told = [];
    private OscListener? _listener;

    public OscComponent(LiveContext live, SettingValues values)
    {
        (_live, _values) = (live, values);
        _files = live.Options.OscFiles is { } folder ? OscFiles.In(folder) : null;
    }

    public static SettingsTable Properties { get; } = new(Listen, Receive);

    /// <summary>Where it listens, if others than this machine can reach it; null otherwise.</summary>
    public IPEndPoint? OpenPlace => _listener is { Place: { } place } && !IPAddress.IsLoopback(place.Address) ? place : null;

    /// <summary>Why it does not listen though it should, in a few words; empty otherwise.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Reads a place.</summary>
    /// <param name="text"><c>off</c>, <c>PORT</c> or <c>ADDRESS:PORT</c>.</param>
    /// <returns>Null = off.</returns>
    /// <exception cref="UserException">It is neither.</exception>
    public static IPEndPoint? Parse(string text)
    {
        if (text.Equals(Off, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return new IPEndPoint(IPAddress.Loopback, port);
        }

        return text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var place)
            ? place
            : throw new UserException(PerformingTexts.OscAddress(text));
    }

    /// <summary>A scene that is opened again as it was left receives where it received; a file never says so.</summary>
    protected override void Start() => this.Set(
        Receive, _live.Options.Visit?.Text is not null ? _values.Get(Receive) : _live.Options.Overrides.TryGetValue("Osc.listen", out var asked) && Parse(asked) is not null);

    protected override void Update(FrameTime time)
    {
        while (_listener?.TryTake(out var message) == true)
        {
            Carry(message);
        }
    }

    protected override void OnChanged(Setting property)
    {
        Close();
        if (_values.Get(Receive) && IsStarted)
        {
            _live.Notices.Try(Open);
        }

        _live.Frames.RequestDraw();
    }

    protected override void OnDestroy() => Close();

    private void Open()
    {
        if (Parse(_values.Get(Listen)) is not { } place)
        {
            return;
        }

        try
        {
            _listener = new OscListener(place, _live.Pump.Wake, TellOnce);
            _live.Log.Write("osc", new { place = $"{_listener.Place}" });
        }
        catch (UserException fault)
        {
            // Painting goes on without OSC.
            Trouble = PerformingTexts.PortTaken(place.Port);
            _live.Notices.Tell(ToastKind.Warning, fault.Message);
        }
    }

    private void Close()
    {
        _listener?.Dispose();
        (_listener, Trouble) = (null, "");
    }

    private void Carry(OscMessage message)
    {
        var words = message.Address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var name, var path] || Find(name) is not { } component)
        {
            var known = string.Join(", ", Components().Where(one => one.Type!.Live.Count > 0).Select(one => $"/{one.Type!.Name}"));
            TellOnce(PerformingTexts.UnknownComponent(message.Address, known));
        }
        else if (component.Type!.Live.FirstOrDefault(one => one.Path.Equals(path, StringComparison.OrdinalIgnoreCase)) is not { } property)
        {
            if (message.Text is null && component is INamedNumbers numbers)
            {
                Carry(message, numbers, path);
                return;
            }

            TellOnce(PerformingTexts.UnknownProperty(message.Address, component.Type.Name, string.Join(", ", component.Type.Live.Select(one => one.Path))));
        }
        else if (Refusal(component, property, message) is { } refusal)
        {
            TellOnce(PerformingTexts.MessageRejected(message.Address, refusal));
        }
        else
        {
            _live.Log.Write("osc", new { message.Address, value = component.Values!.Text(property) });
        }
    }

    private void Carry(OscMessage message, INamedNumbers numbers, string name)
    {
        if (numbers.TrySet(name, message.Number) is { } refusal)
        {
            TellOnce(PerformingTexts.MessageRejected(message.Address, refusal));
        }
        else
        {
            _live.Log.Write("osc", new { message.Address, value = message.Number });
        }
    }

    /// <summary>Sets the property.</summary>
    /// <returns>Null when it was accepted, else a sentence.</returns>
    private string? Refusal(Component component, Setting property, OscMessage message) => (message.Text, property) switch
    {
        (null, _) => component.TrySet(property, message.Number),
        ({ } text, Setting<string> { Choices.Count: 0 } words) => Refusal(component, words, text),
        ({ } text, _) => component.TrySet(property, text),
    };

    /// <summary>A text may name a file, an address, a program: what may reach the port must not reach all of them.</summary>
    private string? Refusal(Component component, Setting<string> words, string text)
    {
        if (text == words.Default || _files?.Find(text) is not null)
        {
            component.Set(words, text == words.Default ? text : _files!.Find(text)!);
            return null;
        }

        var found = text.Length <= LongestShown ? text : $"{text[..LongestShown]}...";
        return _files is null
            ? PerformingTexts.FilesNotAllowed(words.Path, found)
            : PerformingTexts.FileNotAllowed(words.Path, _files.Folder, found);
    }

    private IEnumerable<Component> Components() => Scene.Objects.SelectMany(one => one.Components).Where(one => one.Type is not null);

    private Component? Find(string name) => Components().FirstOrDefault(one => one.Type!.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Any thread: a controller that sends the same invalid message a hundred times a second is heard once.</summary>
    private void TellOnce(string sentence)
    {
        lock (_told)
        {
            if (_told.Count < 100 && _told.Add(sentence))
            {
                _live.Notices.Tell(ToastKind.Warning, sentence);
            }
        }
    }
}
