using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// Who gets which part of the window, and how the picture lies in it: label map and translation share one zoom and one centre, so that a
/// point of the one is seen beside the same point of the other. All rectangles are in pixels. Main thread.
/// </summary>
internal sealed class Workspace
{
    public const float ToolsWidth = 208;
    public const float UsualInfoWidth = 304;
    public const float LeastInfoWidth = 280;
    public const float MostInfoWidth = 560;

    /// <summary>The strip by which the info panel is dragged wider, folded and unfolded; it is always there.</summary>
    public const float EdgeWidth = 12;
    public const float StatusHeight = 32;
    public const float MinimumWidth = 900;
    public const float MinimumHeight = 600;

    /// <summary>From this width on the info panel is unfolded unasked.</summary>
    private const float InfoFromWidth = 1200;
    private const float Gap = 8;
    private const float MostZoom = 64;

    private PixelSize _picture = new(256, 256);
    private float _zoom = 1;
    private Vector2 _centre = new(128);
    private float _gap;

    public ViewMode Mode { get; set; }

    /// <summary>Whether a live source's picture lies where the label map is, so that nobody can paint on it.</summary>
    public bool ShowsSource { get; set; }

    /// <summary>Whether panels and status line are hidden: the picture alone, for a stage or a screen on the wall.</summary>
    public bool IsPresenting { get; set; }

    /// <summary>On a stage: whether the picture is held as it is while painting continues.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>On a stage: whether the screen is black.</summary>
    public bool IsBlack { get; set; }

    /// <summary>Whether the scene has an info panel.</summary>
    public bool HasInfo { get; set; }

    /// <summary>Whether there is a hand to fold and drag it; pictures that are made without a window have no strip.</summary>
    public bool HasEdge { get; set; }

    /// <summary>Whether the user folded the info panel or unfolded it.</summary>
    public PanelState InfoState { get; set; }

    /// <summary>Points.</summary>
    public float InfoWidth { get; set; } = UsualInfoWidth;

    /// <summary>Whether the info panel is folded up to its edge.</summary>
    public bool IsInfoFolded { get; private set; }

    /// <summary>Whether the second generator's picture is at the left: before | after.</summary>
    public bool IsSecondFirst { get; set; }

    /// <summary>The strip beside the info panel.</summary>
    public PixelRect Edge { get; private set; }

    /// <summary>Folds the info panel, or unfolds it.</summary>
    public void FoldInfo(bool isFolded) => InfoState = isFolded ? PanelState.Folded : PanelState.Shown;

    public PixelRect Tools { get; private set; }

    public PixelRect Info { get; private set; }

    public PixelRect Status { get; private set; }

    /// <summary>Where the label map is drawn; empty when it shares the translation's place.</summary>
    public PixelRect Canvas { get; private set; }

    public PixelRect Translation { get; private set; }

    /// <summary>Where the second generator's translation is drawn; empty unless two are shown beside each other.</summary>
    public PixelRect Second { get; private set; }

    /// <summary>The label map's size; a new one is shown whole.</summary>
    public PixelSize Picture
    {
        get => _picture;
        set
        {
            _picture = value;
            ShowWhole();
        }
    }

    /// <summary>Whether what is translated can be seen where the translation is.</summary>
    public bool ShowsInputOverTranslation => Mode is ViewMode.Split or ViewMode.Overlay or ViewMode.Generators;

    /// <summary>Everything here that decides how the window looks.</summary>
    public WorkspaceLook Look => new(new WorkspaceAreas(Tools, Info, Status, Canvas, Translation, Second), CanvasView, TranslationView, Mode, IsBlack);

    public ViewTransform CanvasView => View(Canvas);

    public ViewTransform TranslationView => View(Translation);

    /// <summary>Pixels of the window for one of the translation's, where the whole of it is shown.</summary>
    public float FitScale => Fit(Translation).Scale;

    public ViewTransform SecondView => View(Second);

    /// <summary>Divides the window.</summary>
    /// <param name="window">Pixels.</param>
    /// <param name="scale">Pixels for one point.</param>
    public void Arrange(PixelSize window, float scale)
    {
        int Px(float points) => (int)MathF.Round(points * scale);
        _gap = Px(Gap);
        var status = IsPresenting ? 0 : Px(StatusHeight);
        var tools = IsPresenting ? 0 : Px(ToolsWidth);
        IsInfoFolded = InfoState == PanelState.Folded || (InfoState == PanelState.Automatic && window.Width < InfoFromWidth * scale);
        var edge = HasInfo && HasEdge && !IsPresenting ? Px(EdgeWidth) : 0;
        var info = HasInfo && !IsPresenting && !IsInfoFolded ? Px(Math.Clamp(InfoWidth, LeastInfoWidth, MostInfoWidth)) - edge : 0;
        Status = new PixelRect(0, window.Height - status, window.Width, status);
        Tools = new PixelRect(0, 0, tools, Status.Y);
        Info = new PixelRect(window.Width - info, 0, info, Status.Y);
        Edge = new PixelRect(Info.X - edge, 0, edge, Status.Y);
        var room = PixelRect.FromEdges(Tools.Right, 0, Math.Max(Tools.Right, Edge.X), Status.Y);
        var (first, second) = Halves(room);
        (Canvas, Translation, Second) = Mode switch
        {
            ViewMode.SideBySide when !IsPresenting => (first, second, default(PixelRect)),
            ViewMode.Generators when IsSecondFirst => (default, second, first),
            ViewMode.Generators => (default, first, second),
            _ => (default, room, default),
        };
    }

    /// <summary>Beside each other, or one above the other where that shows the pictures larger.</summary>
    private (PixelRect First, PixelRect Second) Halves(PixelRect room)
    {
        var (wide, high) = (room.Width / 2, room.Height / 2);
        var isBeside = Math.Min((float)wide / _picture.Width, (float)room.Height / _picture.Height) >= Math.Min((float)room.Width / _picture.Width, (float)high / _picture.Height);
        return isBeside
            ? (room with { Width = wide }, room with { X = room.X + wide, Width = room.Width - wide })
            : (room with { Height = high }, room with { Y = room.Y + high, Height = room.Height - high });
    }

    /// <summary>How much larger than whole the pictures are shown; 1 = whole.</summary>
    public float Zoom => _zoom;

    /// <summary>Shows the whole picture again.</summary>
    public void ShowWhole() => (_zoom, _centre) = (1, new Vector2(_picture.Width, _picture.Height) / 2);

    /// <summary>The picture's point under a point of the window, and whether pictures lie there at all.</summary>
    public bool TryPick(double x, double y, out Vector2 picture)
    {
        var area = AreaAt(x, y);
        picture = area.IsEmpty ? default : View(area).ToPicture(new Vector2((float)x, (float)y));
        return !area.IsEmpty;
    }

    /// <summary>The picture's point under a point of the window, seen from the area that the user paints in, also outside of it.</summary>
    public Vector2 Pick(double x, double y) => View(Second.Contains(x, y) ? Second : Canvas.IsEmpty ? Translation : Canvas).ToPicture(new Vector2((float)x, (float)y));

    /// <summary>Where the user paints: on the label map, or on the picture that shares its place.</summary>
    public PixelRect PaintArea => !Canvas.IsEmpty ? Canvas : Second.IsEmpty ? Translation : Translation.Union(Second);

    public void ZoomAt(double x, double y, float factor)
    {
        var area = AreaAt(x, y);
        if (area.IsEmpty)
        {
            return;
        }

        var smallest = Fit(area).Scale;
        var view = View(area).ZoomAt(new Vector2((float)x, (float)y), factor, smallest, MostZoom);
        _zoom = view.Scale / smallest;
        _centre = Inside(view.ToPicture(Middle(area)));
    }

    public void Pan(Vector2 pixels) => _centre = Inside(_centre - (pixels / View(Canvas.IsEmpty ? Translation : Canvas).Scale));

    private PixelRect AreaAt(double x, double y) => Canvas.Contains(x, y) ? Canvas : Translation.Contains(x, y) ? Translation : Second.Contains(x, y) ? Second : default;

    private ViewTransform Fit(PixelRect area) => ViewTransform.Fit(area, _picture, IsPresenting ? 0 : _gap);

    private ViewTransform View(PixelRect area)
    {
        var fit = Fit(area);
        if (_zoom <= 1)
        {
            return fit;
        }

        var scale = fit.Scale * _zoom;
        var origin = Middle(area) - (_centre * scale);
        return new ViewTransform(new Vector2(MathF.Round(origin.X), MathF.Round(origin.Y)), scale);
    }

    private Vector2 Inside(Vector2 point) => Vector2.Clamp(point, Vector2.Zero, new Vector2(_picture.Width, _picture.Height));

    private static Vector2 Middle(PixelRect area) => new(area.X + (area.Width / 2f), area.Y + (area.Height / 2f));
}
