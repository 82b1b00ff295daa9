using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;
using SkiaSharp;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Drives the kit as a window does: events go in, frames come out, and the test says what time it is.</summary>
internal sealed class KitSession : IDisposable
{
    private const string Folder = "/usr/share/fonts/truetype/dejavu";

    private readonly Action<Ui> _build;
    private readonly List<InputEvent> _events = [];
    private TimeSpan _now;
    private (double X, double Y) _pointer;

    /// <param name="build">Declares one frame's controls.</param>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    /// <param name="scale">Pixels for one point.</param>
    public KitSession(Action<Ui> build, int width = 320, int height = 480, float scale = 1)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "DejaVuSans.ttf")), "the tests' font is not installed: apt install fonts-dejavu-core");
        Ui = new Ui(
            new FontSet(SKTypeface.FromFile(Path.Combine(Folder, "DejaVuSans.ttf")), SKTypeface.FromFile(Path.Combine(Folder, "DejaVuSans-Bold.ttf"))),
            new MemoryClipboard());
        _build = build;
        Scale = scale;
        Size = new PixelSize((int)(width * scale), (int)(height * scale));
    }

    public Ui Ui { get; }

    public float Scale { get; }

    public PixelSize Size { get; set; }

    /// <summary>Runs a frame with the events collected so far.</summary>
    /// <returns>Whether anything looks different now.</returns>
    public bool Frame(double seconds = 0.016)
    {
        _now += TimeSpan.FromSeconds(seconds);
        Ui.BeginFrame(Size, Scale, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_events), _now);
        _events.Clear();
        _build(Ui);
        return Ui.EndFrame();
    }

    /// <summary>Runs a frame with a real window's events.</summary>
    public void Run(ReadOnlySpan<InputEvent> events, PixelSize size, float scale)
    {
        _now += TimeSpan.FromSeconds(0.016);
        Ui.BeginFrame(size, scale, events, _now);
        _build(Ui);
        Ui.EndFrame();
    }

    /// <summary>Moves the pointer and runs a frame. Points.</summary>
    public KitSession Move(double x, double y)
    {
        _pointer = (x * Scale, y * Scale);
        Add(Pointer(InputKind.PointerMove));
        Frame();
        return this;
    }

    public KitSession Down()
    {
        Add(Pointer(InputKind.PointerDown));
        Frame();
        return this;
    }

    public KitSession Up()
    {
        Add(Pointer(InputKind.PointerUp));
        Frame();
        return this;
    }

    public KitSession Click(double x, double y)
    {
        Move(x, y).Down().Up();
        Frame();
        return this;
    }

    /// <summary>Both within one frame, as a slow machine sees it.</summary>
    public KitSession QuickClick(double x, double y)
    {
        _pointer = (x * Scale, y * Scale);
        Add(Pointer(InputKind.PointerMove));
        Add(Pointer(InputKind.PointerDown));
        Add(Pointer(InputKind.PointerUp));
        Frame();
        return this;
    }

    public KitSession Wheel(double notches)
    {
        Add(Pointer(InputKind.Wheel) with { WheelY = notches });
        Frame();
        Frame();
        return this;
    }

    public KitSession Press(Key key, KeyModifiers modifiers = KeyModifiers.None)
    {
        Add(new InputEvent { Kind = InputKind.KeyDown, Key = key, Modifiers = modifiers });
        Add(new InputEvent { Kind = InputKind.KeyUp, Key = key, Modifiers = modifiers });
        Frame();
        Frame();
        return this;
    }

    public KitSession Type(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Add(new InputEvent { Kind = InputKind.Text, Character = rune });
        }

        Frame();
        return this;
    }

    public void Add(InputEvent input) => _events.Add(input with { Ticks = _now.Ticks * System.Diagnostics.Stopwatch.Frequency / TimeSpan.TicksPerSecond });

    public InputEvent Pointer(InputKind kind) => new() { Kind = kind, X = _pointer.X, Y = _pointer.Y, Button = PointerButton.Left };

    public void Dispose() => Ui.Dispose();
}
