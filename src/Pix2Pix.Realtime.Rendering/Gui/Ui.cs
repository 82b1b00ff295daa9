using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;
using Pix2Pix.Realtime.Rendering.Windowing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// The immediate-mode GUI: every frame declares its controls between <see cref="BeginFrame"/> and <see cref="EndFrame"/>, each
/// control answers at once what the user did with it, and only what looks different from the frame before is drawn. The controls are
/// extension methods (<c>ui.Button("Clear")</c>) over the members here, and a program's own controls are written the same way.
/// Thread contract: the UI thread. A frame in which nothing changes allocates nothing.
/// </summary>
internal sealed class Ui : IDisposable
{
    private const int LongestText = 1024;

    private readonly FontSet _fonts;
    private readonly Dictionary<(ulong Id, Type Type), object> _states = [];
    private readonly List<ulong> _ids = [];
    private readonly UiRegions _regions = new();

    /// <param name="fonts">Owned from here on.</param>
    /// <param name="clipboard">For text boxes; stays its owner's.</param>
    public Ui(FontSet fonts, IClipboard clipboard)
    {
        _fonts = fonts;
        Clipboard = clipboard;
        Raster = new PanelRaster(fonts);
        Tooltips = new Tooltips();
        Toasts = new Toasts();
    }

    public IClipboard Clipboard { get; }

    /// <summary>What is printed on the person's keys, for tooltips.</summary>
    public KeyLayout Keyboard { get; set; } = KeyLayout.Us;

    public UiInput Input { get; } = new();

    public UiFocus Focus { get; } = new();

    public LayoutStack Layout { get; } = new();

    public PanelPainter Paint { get; } = new();

    /// <summary>The picture that the frames are drawn into.</summary>
    public PanelRaster Raster { get; }

    public Toasts Toasts { get; }

    /// <summary>The window in pixels.</summary>
    public PixelSize Size { get; private set; }

    /// <summary>Pixels for one point.</summary>
    public float Scale { get; private set; } = 1;

    /// <summary>The time of this frame, as its caller gave it.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>How long until the panel looks different without any input (a tooltip appears, a toast goes); null = never.</summary>
    public TimeSpan? WakeAfter { get; private set; }

    /// <summary>The pointer's shape; null = no preference.</summary>
    public CursorShape? Cursor { get; set; }

    /// <summary>Whether the pointer is the panel's: over it, or held on one of its controls.</summary>
    public bool HasPointer => Input.Active != 0 || (!Input.IsHeldElsewhere && _regions.Covers(Input.Pointer));

    /// <summary>Whether letters that are typed go into a text box.</summary>
    public bool HasKeyboard => Focus.IsTyping || _regions.Lowest > UiLayer.Panel;

    /// <summary>Whether a dialog lies over everything.</summary>
    public bool HasDialog => _regions.Lowest > UiLayer.Panel;

    /// <summary>The control declared last.</summary>
    public ulong LastId { get; private set; }

    /// <summary>The rectangle of the control declared last, in pixels.</summary>
    public PixelRect LastRect { get; private set; }

    /// <summary>The interaction with the control declared last.</summary>
    public Interaction LastDid { get; private set; }

    /// <summary>Controls of a lower layer can't be used: a dialog lies over them.</summary>
    internal UiLayer LowestLayer => _regions.Lowest;

    /// <summary>Whether a drop-down is folded out.</summary>
    internal bool HasPopup => _regions.HasPopup;

    internal Tooltips Tooltips { get; }

    internal char[] TextBuffer { get; } = new char[LongestText];

    /// <summary>Starts a frame.</summary>
    /// <param name="size">The window in pixels; may be empty.</param>
    /// <param name="scale">Pixels for one point: the window's content scale times the user's own.</param>
    /// <param name="events">What came since the last frame; copied.</param>
    /// <param name="now">Any clock that only runs forwards.</param>
    public void BeginFrame(PixelSize size, float scale, ReadOnlySpan<InputEvent> events, TimeSpan now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        (Size, Scale, Now) = (size, scale, now);
        _fonts.SetScale(scale);
        _ids.Clear();
        Input.Begin(events);
        Layout.Begin(scale);
        Paint.Begin(size);
        _regions.Begin();
        Focus.Begin(_regions.Lowest);
        WakeAfter = null;
        Cursor = null;
    }

    /// <summary>Ends the frame: draws what changed.</summary>
    /// <returns>Whether anything looks different now.</returns>
    public bool EndFrame()
    {
        Tooltips.Show(this);
        Toasts.Show(this);
        Focus.End(Input);
        if (Input.HasTaken)
        {
            // What was declared before the control that answered shows the state of before its answer.
            Wake(TimeSpan.Zero);
        }

        _regions.TakePointer(Input);
        Input.End();
        return Raster.Update(Paint, Size);
    }

    /// <summary>After <see cref="EndFrame"/>: whether the panel used that event; if not, it is the program's.</summary>
    public bool Took(int eventIndex) => Input.IsTaken(eventIndex);

    /// <summary>Pixels of a length in points.</summary>
    public int Px(float points) => (int)MathF.Round(points * Scale);

    /// <summary>The identity of a control: equal from frame to frame, and different from others' in other scopes.</summary>
    public ulong Id(ReadOnlySpan<char> name) => Hash64.Add(_ids.Count == 0 ? Hash64.Seed : _ids[^1], name);

    /// <summary>Makes equal names inside it differ from those outside, e.g. in the rows of a list.</summary>
    public UiScope Scope(ReadOnlySpan<char> name)
    {
        _ids.Add(Id(name));
        return new UiScope(this, UiScopeKind.Id);
    }

    /// <summary>Makes equal names inside it differ from those outside.</summary>
    public UiScope Scope(int number)
    {
        _ids.Add(Hash64.Add(_ids.Count == 0 ? Hash64.Seed : _ids[^1], unchecked((uint)number)));
        return new UiScope(this, UiScopeKind.Id);
    }

    /// <summary>State that a control keeps between frames, one of each type; created at the first call.</summary>
    public T State<T>(ulong id) where T : class, new()
    {
        if (!_states.TryGetValue((id, typeof(T)), out var state))
        {
            _states[(id, typeof(T))] = state = new T();
        }

        return (T)state;
    }

    /// <summary>What the panel or dialog has left below the last control, in pixels.</summary>
    public PixelRect Rest() => Layout.Next(Layout.Remaining);

    /// <summary>The rectangle of the next control, in pixels.</summary>
    /// <param name="height">Points.</param>
    public PixelRect Next(float height) => Layout.Next(Px(height));

    /// <summary>Width of one line of text, in pixels.</summary>
    public float TextWidth(ReadOnlySpan<char> text, TextStyle style = TextStyle.Body) => _fonts.Width(text, style);

    /// <summary>How many characters of a line fit into so many pixels.</summary>
    public int FittingText(ReadOnlySpan<char> text, float width, TextStyle style = TextStyle.Body) => _fonts.Fitting(text, style, width);

    /// <summary>The interaction with a control in that area; consumes its events.</summary>
    /// <param name="id">From <see cref="Id"/>.</param>
    /// <param name="rect">Pixels.</param>
    /// <param name="isEnabled">A disabled one shows its tooltip and nothing else.</param>
    /// <param name="isTyping">Whether letters go into it while it has the keyboard.</param>
    /// <param name="isFocusable">Whether Tab stops at it.</param>
    public Interaction Interact(ulong id, PixelRect rect, bool isEnabled = true, bool isTyping = false, bool isFocusable = true)
    {
        (LastId, LastRect) = (id, rect);
        var reach = rect.Intersect(Paint.Clip);
        var (isHeld, isPressed, isClicked, clicks) = (Input.Active == id, false, false, 0);
        for (var i = 0; i < Input.Events.Length && isEnabled; i++)
        {
            ref readonly var input = ref Input.Events[i];
            if (Input.IsTaken(i) || input.Button != PointerButton.Left)
            {
                continue;
            }

            if (input.Kind == InputKind.PointerDown && IsAt(reach, input.X, input.Y))
            {
                Input.Take(i);
                (isHeld, isPressed, clicks) = (true, true, Input.CountClick(id, input));
                if (isFocusable)
                {
                    Focus.Set(id);
                }
            }
            else if (input.Kind == InputKind.PointerUp && isHeld)
            {
                Input.Take(i);
                (isHeld, isClicked) = (false, IsAt(reach, input.X, input.Y));
            }
        }

        Input.Active = isHeld ? id : Input.Active == id ? 0 : Input.Active;
        var isFocused = isFocusable && isEnabled && Focus.Declare(id, rect, Paint.Layer, isTyping);
        var isFree = (Input.Active == 0 || Input.Active == id) && !Input.IsHeldElsewhere;
        var isHovered = isFree && IsAt(reach, Input.Pointer.X, Input.Pointer.Y);
        return LastDid = new Interaction(isHovered, isHeld, isPressed, isClicked, clicks, isFocused);
    }

    /// <summary>Whether a point lies in a rectangle of the layer that is being declared, and nothing lies over it.</summary>
    public bool IsAt(PixelRect rect, double x, double y) => rect.Contains(x, y) && _regions.TopAt(x, y) <= Paint.Layer;

    /// <summary>Whether the control of that name has the keyboard.</summary>
    public bool HasKeyboardOf(ReadOnlySpan<char> name) => Focus.Current == Id(name);

    /// <summary>Draws the ring around the control that has the keyboard, when Tab brought it there.</summary>
    public void PaintFocus(Interaction did, PixelRect rect, float radius = Theme.CornerRadius)
    {
        if (did.IsFocused && Focus.IsShown)
        {
            var ring = rect.Inflate(Px(Theme.FocusThickness));
            Paint.Edge(ring, Theme.Accent, Px(Theme.FocusThickness), (radius + Theme.FocusThickness) * Scale);
        }
    }

    /// <summary>Asks for another frame although no input comes.</summary>
    public void Wake(TimeSpan after)
    {
        if (WakeAfter is not { } sooner || after < sooner)
        {
            WakeAfter = after;
        }
    }

    public void Dispose()
    {
        Raster.Dispose();
        _fonts.Dispose();
    }

    /// <summary>Starts a part of the window that has its own layer, clip and layout, and keeps the pointer from what lies below.</summary>
    /// <param name="layer">Its depth.</param>
    /// <param name="rect">Pixels: where it takes the pointer and where it can be seen.</param>
    /// <param name="content">Pixels: where its controls go.</param>
    /// <param name="isModal">Whether nothing below can be used while it is there.</param>
    public UiScope Region(UiLayer layer, PixelRect rect, PixelRect content, bool isModal = false)
    {
        _regions.Push(layer, isModal ? new PixelRect(Size) : rect, Paint, isModal);
        if (isModal)
        {
            Focus.Raise(layer);
        }

        Paint.Clip = layer == Paint.Layer ? rect.Intersect(Paint.Clip) : rect;
        Paint.Layer = layer;
        Layout.PushRoot(content, Theme.RowGap);
        return new UiScope(this, UiScopeKind.Region);
    }

    /// <summary>Call it when the dialog of this frame was answered: keys of the next frame are for what lay below it.</summary>
    public void EndDialog()
    {
        Focus.Set(0);
        _regions.EndDialog();
    }

    internal void End(UiScopeKind kind)
    {
        switch (kind)
        {
            case UiScopeKind.Id:
                _ids.RemoveAt(_ids.Count - 1);
                break;
            case UiScopeKind.Region:
                Layout.Pop();
                _regions.Pop(Paint);
                break;
            default:
                Layout.Pop();
                break;
        }
    }
}
