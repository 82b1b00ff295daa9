using System.Numerics;
using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// Takes down what a frame draws; <see cref="PanelRaster"/> then draws only what differs from the frame before. All rectangles are in
/// pixels of the window. Nothing is allocated once its arrays have grown to a frame's size. Thread contract: the UI thread.
/// </summary>
internal sealed class PanelPainter
{
    private readonly CommandList[] _layers = [.. Enum.GetValues<UiLayer>().Select(_ => new CommandList())];
    private readonly Arena<char> _text = new();
    private readonly Arena<Vector2> _points = new();
    private readonly Arena<PixelImage> _images = new();

    /// <summary>Where the next commands lie in depth.</summary>
    public UiLayer Layer { get; internal set; }

    /// <summary>Nothing is drawn outside it.</summary>
    public PixelRect Clip { get; set; }

    /// <summary>A filled rectangle.</summary>
    public void Fill(PixelRect rect, Color color, float radius = 0) =>
        Add(new DrawCommand { Kind = DrawKind.Fill, Rect = rect, Color = color, Radius = radius });

    /// <summary>A rectangle's edge, inside it.</summary>
    public void Edge(PixelRect rect, Color color, float thickness, float radius = 0) =>
        Add(new DrawCommand { Kind = DrawKind.Edge, Rect = rect, Color = color, Radius = radius, Thickness = thickness });

    /// <summary>A filled circle that touches the rectangle's nearer sides.</summary>
    public void Disc(PixelRect rect, Color color) => Add(new DrawCommand { Kind = DrawKind.Disc, Rect = rect, Color = color });

    /// <summary>One line, centred from top to bottom, with an ellipsis at the end where it doesn't fit.</summary>
    public void Text(PixelRect rect, ReadOnlySpan<char> text, TextStyle style, Color color, TextAlign align = TextAlign.Left)
    {
        if (!text.IsEmpty && IsVisible(rect))
        {
            var start = _text.Add(text);
            Add(new DrawCommand { Kind = DrawKind.Text, Rect = rect, Style = style, Color = color, Align = align, Start = start, Count = text.Length });
        }
    }

    /// <summary>Straight lines from point to point, with round ends.</summary>
    /// <param name="points">Pixels of the window.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="thickness">Pixels.</param>
    public void Lines(ReadOnlySpan<Vector2> points, Color color, float thickness)
    {
        if (points.Length < 2)
        {
            return;
        }

        var (low, high) = (points[0], points[0]);
        foreach (var point in points)
        {
            (low, high) = (Vector2.Min(low, point), Vector2.Max(high, point));
        }

        var around = PixelRect.FromEdges((int)MathF.Floor(low.X), (int)MathF.Floor(low.Y), (int)MathF.Ceiling(high.X), (int)MathF.Ceiling(high.Y))
            .Inflate((int)MathF.Ceiling(thickness));
        Add(new DrawCommand { Kind = DrawKind.Lines, Rect = around, Color = color, Thickness = thickness, Start = _points.Add(points), Count = points.Length });
    }

    /// <summary>A picture, stretched to the rectangle, smoothly.</summary>
    /// <param name="rect">Where.</param>
    /// <param name="image">Must stay as it is until another frame was drawn without it.</param>
    /// <param name="version">Another number says that the picture's pixels changed.</param>
    public void Image(PixelRect rect, PixelImage image, long version = 0)
    {
        var start = _images.Add([image]);
        Add(new DrawCommand { Kind = DrawKind.Image, Rect = rect, Start = start, Count = (int)version });
    }

    internal ReadOnlySpan<DrawCommand> Commands(UiLayer layer) => _layers[(int)layer].Items;

    internal ReadOnlySpan<char> TextOf(in DrawCommand command) => _text.Slice(command.Start, command.Count);

    internal ReadOnlySpan<Vector2> PointsOf(in DrawCommand command) => _points.Slice(command.Start, command.Count);

    internal PixelImage ImageOf(in DrawCommand command) => _images.Slice(command.Start, 1)[0];

    internal void Begin(PixelSize size)
    {
        Clip = new PixelRect(size);
        Layer = UiLayer.Panel;
        foreach (var layer in _layers)
        {
            layer.Clear();
        }

        _text.Clear();
        _points.Clear();
        _images.Clear();
    }

    private bool IsVisible(PixelRect rect) => rect.Intersects(Clip);

    private void Add(DrawCommand command)
    {
        if (!IsVisible(command.Rect))
        {
            return;
        }

        command.Clip = Clip;
        var hash = Hash64.Add(Hash64.Seed, ((ulong)command.Kind << 48) | ((ulong)command.Style << 40) | ((ulong)command.Align << 32) | Packed(command.Color));
        hash = Hash64.Add(Hash64.Add(hash, Packed(command.Rect.X, command.Rect.Y)), Packed(command.Rect.Width, command.Rect.Height));
        hash = Hash64.Add(Hash64.Add(hash, Packed(Clip.X, Clip.Y)), Packed(Clip.Width, Clip.Height));
        hash = Hash64.Add(hash, command.Radius, command.Thickness);
        command.Hash = command.Kind switch
        {
            DrawKind.Text => Hash64.Add(hash, TextOf(command)),
            DrawKind.Lines => HashPoints(hash, PointsOf(command)),
            DrawKind.Image => Hash64.Add(hash, Packed(RuntimeHelpers.GetHashCode(ImageOf(command)), command.Count)),
            _ => hash,
        };
        _layers[(int)Layer].Add(command);
    }

    private static ulong HashPoints(ulong hash, ReadOnlySpan<Vector2> points)
    {
        foreach (var point in points)
        {
            hash = Hash64.Add(hash, point.X, point.Y);
        }

        return hash;
    }

    private static ulong Packed(int high, int low) => unchecked(((ulong)(uint)high << 32) | (uint)low);

    private static ulong Packed(Color color) => ((ulong)color.R << 24) | ((ulong)color.G << 16) | ((ulong)color.B << 8) | color.A;

    /// <summary>A list whose items are read in place.</summary>
    private sealed class CommandList
    {
        private DrawCommand[] _items = new DrawCommand[128];
        private int _count;

        public ReadOnlySpan<DrawCommand> Items => _items.AsSpan(0, _count);

        public void Clear() => _count = 0;

        public void Add(in DrawCommand command)
        {
            if (_count == _items.Length)
            {
                Array.Resize(ref _items, _count * 2);
            }

            _items[_count++] = command;
        }
    }
}
