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
/// is clamped to the property's range. It listens on this machine alone unless another address is named. Headless it listens only when asked for.
/// </summary>
internal sealed class OscComponent : Behaviour
{
    private const string Off = "off";

    public static readonly Setting<string> Listen = SettingKinds.Text("listen", "127.0.0.1:9000", "[address:]port, or off", "where to listen for OSC over UDP");

    private readonly LiveContext _live;
    private readonly SettingValues _values;
    private readonly HashSet<string> _told = [];
    private OscListener? _listener;

    public OscComponent(LiveContext live, SettingValues values) => (_live, _values) = (live, values);

    public static SettingsTable Properties { get; } = new(Listen);

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
            : throw new UserException($"Expected a port or an address to listen on for OSC, such as 9000, 127.0.0.1:9000, 0.0.0.0:9000 or off, found '{text}'.");
    }

    protected override void Start()
    {
        var isAskedFor = _live.Options.Overrides.ContainsKey("Osc.listen");
        if ((_live.Window is null && !isAskedFor) || Parse(_values.Get(Listen)) is not { } place)
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
            // A second window is no reason for a warning over the first strokes; only a port that was asked for is worth one.
            Trouble = $"no OSC: port {place.Port} is taken";
            if (isAskedFor)
            {
                _live.Notices.Tell(ToastKind.Warning, fault.Message);
            }
        }
    }

    protected override void Update(FrameTime time)
    {
        while (_listener?.TryTake(out var message) == true)
        {
            Carry(message);
        }
    }

    protected override void OnDestroy() => _listener?.Dispose();

    private void Carry(OscMessage message)
    {
        var words = message.Address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var name, var path] || Find(name) is not { } component)
        {
            var known = string.Join(", ", Components().Where(one => one.Type!.Live.Count > 0).Select(one => $"/{one.Type!.Name}"));
            TellOnce($"Unknown OSC address {message.Address}; expected one of {known}, followed by a property.");
        }
        else if (component.Type!.Live.FirstOrDefault(one => one.Path.Equals(path, StringComparison.OrdinalIgnoreCase)) is not { } property)
        {
            TellOnce($"Unknown OSC address {message.Address}; live properties of {component.Type.Name}: {string.Join(", ", component.Type.Live.Select(one => one.Path))}.");
        }
        else if ((message.Text is { } text ? component.TrySet(property, text) : component.TrySet(property, message.Number)) is { } refusal)
        {
            TellOnce($"The OSC message to {message.Address} was rejected: {refusal}");
        }
        else
        {
            _live.Log.Write("osc", new { message.Address, value = component.Values!.Text(property) });
        }
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
