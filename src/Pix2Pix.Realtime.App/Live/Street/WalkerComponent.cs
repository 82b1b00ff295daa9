using System.Numerics;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Views;
using Pix2Pix.Realtime.App.Shortcuts;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Painting;
using Pix2Pix.Realtime.Painting.Tools;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Controls;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Passes;
using Pix2Pix.Realtime.Rendering.Windowing;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>
/// The scene's <c>Walker</c>: somebody who walks among the scene's houses with W, A, S, D and the arrows, and paints with the left button on the
/// front that the pointer is on. He starts where his <c>Transform</c> is and looks along its -z; it draws what he sees.
/// </summary>
internal sealed class WalkerComponent : Behaviour, IRenderable
{
    private const float Padding = 12;
    private const string Stamp = " stamp";

    /// <summary>From so many times its height nearly the whole of a front is seen.</summary>
    private const float FarEnough = 1.25f;

    public static readonly Setting<string> Keys = SettingKinds.Text("keys", "", "letters of W, A, S, D, Q, E", "keys that are held down from the start, for demonstrations");

    private readonly LiveContext _live;
    private readonly Palette _palette = PaletteFile.Load(StreetTranslatorComponent.Palette);
    private readonly ToolBox _tools;
    private readonly IReadOnlyList<(ITool Tool, string Label)> _stamps;
    private readonly HashSet<Key> _held = [];
    private readonly List<HouseComponent> _houses = [];
    private StreetScreen? _screen;
    private Transform? _transform;
    private long _placed = -1;
    private bool _hasArrived;
    private bool _hasWalked;
    private HouseComponent? _painted;
    private ITool _tool;
    private byte _class;

    public WalkerComponent(LiveContext live, SettingValues values)
    {
        _live = live;
        _live.Workspace.Mode = ViewMode.TranslationOnly;
        _tools = new ToolBox(_palette.Classes);
        _stamps = [.. _tools.All.Where(tool => tool.Name.EndsWith(Stamp, StringComparison.Ordinal)).Select(tool => (tool, $"{char.ToUpperInvariant(tool.Name[0])}{tool.Name[1..^Stamp.Length]}##stamp"))];
        _tool = _tools.Find("window stamp")!;
        _class = _palette.Classes[2].Id;
        _held.UnionWith(values.Get(Keys).Select(letter => (Key)char.ToUpperInvariant(letter)));
    }

    public static SettingsTable Properties { get; } = new(Keys);

    public WalkerBody Body { get; } = new();

    public void Draw(RenderTarget screen)
    {
        _screen ??= new StreetScreen(_live.Device, _houses);
        _screen.Draw(screen, _live.Workspace.Translation, Body);
    }

    protected override void Start()
    {
        _houses.AddRange(Scene.Objects.Select(one => one.Get<HouseComponent>()).OfType<HouseComponent>());
        _transform = GameObject.Get<Transform>();
        _live.Join(this);
    }

    protected override void Update(FrameTime time)
    {
        TakePlace();
        Panel(_live.Ui);
        var events = _live.Pump.Events;
        for (var i = 0; i < events.Length; i++)
        {
            if (!_live.Ui.Took(i))
            {
                Handle(in events[i], time.Seconds);
            }
        }

        var before = (Body.Place, Body.Heading);
        Body.Walk(Way(Key.W, Key.Up) - Way(Key.S, Key.Down), Way(Key.D) - Way(Key.A), Way(Key.E, Key.Right) - Way(Key.Q, Key.Left), time.Delta, _houses);
        if (_held.Count > 0)
        {
            _live.Frames.KeepDrawing();
        }

        if (before == (Body.Place, Body.Heading))
        {
            GivePlace();
            return;
        }

        _hasWalked = true;
        if (_live.Log.IsOn)
        {
            _live.Log.Write("walk", new { x = Body.Place.X, z = Body.Place.Y, heading = Body.Heading });
        }
    }

    protected override void OnDestroy() => _screen?.Dispose();

    /// <summary>He stands where his transform is when that was moved, by the file or by hand.</summary>
    private void TakePlace()
    {
        if (_transform is { Values.Version: var version } transform && version != _placed)
        {
            var world = transform.World;
            _placed = version;
            Body.Place = new Vector2(world.M41, world.M43);
            Body.Heading = MathF.Atan2(-world.M31, world.M33);
            _live.Frames.RequestDraw();
        }

        if (!_hasArrived)
        {
            _hasArrived = true;
            Face(_live.Options.Visit is { FacesPainting: true } ? _houses.Find(house => house.IsOwn) : null);
        }
    }

    /// <summary>Who walks into his painting sees it first.</summary>
    private void Face(HouseComponent? own)
    {
        if (own is not null)
        {
            var (world, middle) = (own.GameObject.World, own.Front.Middle);
            var away = Vector2.Normalize(new Vector2(world.M31, world.M33));
            Body.Stand(new Vector2(middle.X, middle.Z), away, FarEnough * (float)own.Values!.Get(HouseComponent.Height), _houses);
            Body.Heading = MathF.Atan2(-away.X, away.Y);
        }
    }

    /// <summary>Where he has come to a stand his transform is, too, so that a saved scene begins there.</summary>
    private void GivePlace()
    {
        if (_hasWalked && _transform is { Parent: null, Values: { } values } transform)
        {
            transform.Set(Transform.Position, new Vector3(Body.Place.X, 0, Body.Place.Y));
            transform.Set(Transform.Rotation, new Vector3(0, -(float)Math.IEEERemainder(Body.Heading * 180 / Math.PI, 360), 0));
            _placed = values.Version;
        }

        _hasWalked = false;
    }

    private float Way(params ReadOnlySpan<Key> keys)
    {
        foreach (var key in keys)
        {
            if (_held.Contains(key))
            {
                return 1;
            }
        }

        return 0;
    }

    private void Panel(Ui ui)
    {
        using (ui.Bar(_live.Workspace.Status, Theme.ListRowHeight))
        using (ui.Row(Track.Fill, 96, StatusButtons.Width))
        {
            ui.Label(StreetTexts.Walk(ui, At(Key.W), At(Key.A), At(Key.S), At(Key.D), At(Key.Q), At(Key.E)), Theme.TextDim);
            var leaves = ui.SmallButton("leave", StreetTexts.Leave, StreetTexts.LeaveHint, _live.Keys[KeyAction.Walk]);
            if (leaves || (!ui.HasKeyboard && ui.Input.TakeKey(_live.Keys[KeyAction.Walk])))
            {
                _live.Quit.Open(_live.Options.Visit?.Back ?? new SceneVisit(ProjectFolder.Under("sample-scenes", "facade-paint.scene.yaml")));
            }

            _live.Controls.Place("leave");
            StatusButtons.Draw(ui, _live);
        }

        using (ui.Panel("street", _live.Workspace.Tools, Padding))
        {
            foreach (var entry in _palette.Classes)
            {
                if (ui.Swatch(entry, entry.Color, KeyText.OfClass(entry.Key), _tool.Name == "brush" && _class == entry.Id))
                {
                    (_tool, _class) = (_tools.Find("brush")!, entry.Id);
                }
            }

            ui.Space();
            foreach (var (tool, label) in _stamps)
            {
                if (ui.Button(label, StreetTexts.StampHint, isPrimary: tool == _tool))
                {
                    _tool = tool;
                }
            }
        }
    }

    /// <summary>What is printed on the key that lies there.</summary>
    private char At(Key place) => _live.Ui.Keyboard.Of(place) is var key && _live.Ui.Keyboard.Printed(key) is not '\0' and var printed ? printed : (char)place;

    private void Handle(in InputEvent input, double seconds)
    {
        switch (input.Kind)
        {
            case InputKind.KeyDown:
                _held.Add(input.Place);
                break;
            case InputKind.KeyUp:
                _held.Remove(input.Place);
                break;
            case InputKind.FocusLost:
                _held.Clear();
                break;
            case InputKind.PointerDown when input.Button == PointerButton.Left && Pick(input.X, input.Y) is { } hit:
                _painted = hit.House;
                _painted.Session.Tool = _tool;
                _painted.Session.Settings.ClassId = _class;
                _painted.Session.Press(hit.At);
                Changed(seconds);
                break;
            case InputKind.PointerDown when input.Button == PointerButton.Right && Pick(input.X, input.Y) is { } hit:
                (_painted, _) = (hit.House, hit.House.Session.Undo());
                Changed(seconds);
                _painted = null;
                break;
            case InputKind.PointerMove when _painted is not null && Pick(input.X, input.Y) is { } hit && hit.House == _painted:
                _painted.Session.Move(hit.At);
                Changed(seconds);
                break;
            case InputKind.PointerUp when _painted is not null:
                _painted.Session.Release();
                Changed(seconds);
                _painted = null;
                break;
        }
    }

    private void Changed(double seconds)
    {
        _painted!.ChangedAt = seconds;
        _live.Frames.RequestDraw();
    }

    /// <summary>The front under a point of the window that no nearer wall hides, and the pixel of its label map.</summary>
    private (HouseComponent House, PixelPoint At)? Pick(double x, double y)
    {
        var area = _live.Workspace.Translation;
        var point = new Vector2((float)(((x - area.X) / area.Width * 2) - 1), (float)(1 - ((y - area.Y) / area.Height * 2)));
        var camera = StreetScreen.Camera(Body, area);
        var (nearest, found) = (0f, default((HouseComponent, PixelPoint)?));
        foreach (var house in _houses)
        {
            foreach (var wall in (ReadOnlySpan<Wall>)[house.Left, house.Right, house.Front])
            {
                if (new WallView(wall, camera).TryPick(point, out var place, out var near) && near > nearest)
                {
                    var canvas = house.Session.Canvas;
                    nearest = near;
                    found = wall == house.Front ? (house, new PixelPoint((int)(place.X * canvas.Width), (int)(place.Y * canvas.Height))) : null;
                }
            }
        }

        return found;
    }
}
