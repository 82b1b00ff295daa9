using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Gui.Drawing;

/// <summary>
/// Finds what changed between two frames without knowing any control: the window is divided into tiles, each keeps a hash of all commands
/// that touch it, in their order, and a tile whose hash differs from the frame before is redrawn.
/// </summary>
internal sealed class TileGrid
{
    /// <summary>Pixels. Small enough for a slider's knob to cost little, large enough for a frame's bookkeeping to cost nothing.</summary>
    private const int TileSize = 32;

    private PixelSize _size;
    private int _columns;
    private int _rows;
    private ulong[] _now = [];
    private ulong[] _before = [];

    /// <summary>Starts a frame. A new size forgets the frame before.</summary>
    /// <returns>Whether the size is new.</returns>
    public bool Begin(PixelSize size)
    {
        if (size == _size)
        {
            (_before, _now) = (_now, _before);
            Array.Clear(_now);
            return false;
        }

        _size = size;
        _columns = (size.Width + TileSize - 1) / TileSize;
        _rows = (size.Height + TileSize - 1) / TileSize;
        _now = new ulong[_columns * _rows];
        _before = new ulong[_now.Length];
        return true;
    }

    public void Add(ReadOnlySpan<DrawCommand> commands)
    {
        foreach (ref readonly var command in commands)
        {
            var visible = command.Rect.Intersect(command.Clip).Intersect(new PixelRect(_size));
            if (visible.IsEmpty)
            {
                continue;
            }

            var (right, bottom) = ((visible.Right - 1) / TileSize, (visible.Bottom - 1) / TileSize);
            for (var row = visible.Y / TileSize; row <= bottom; row++)
            {
                for (var column = visible.X / TileSize; column <= right; column++)
                {
                    ref var tile = ref _now[(row * _columns) + column];
                    tile = Hash64.Add(tile, command.Hash) | 1;
                }
            }
        }
    }

    /// <summary>The tiles that differ from the frame before, joined to rectangles that don't overlap.</summary>
    public void Changed(List<PixelRect> rects) => Join(rects, (now, before) => now != before);

    /// <summary>The tiles that hold anything, joined to rectangles that don't overlap.</summary>
    public void Covered(List<PixelRect> rects) => Join(rects, (now, _) => now != 0);

    /// <summary>Joins tiles to runs, and a run with the one above it when both span the same columns.</summary>
    private void Join(List<PixelRect> rects, Func<ulong, ulong, bool> isWanted)
    {
        rects.Clear();
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < _columns; column++)
            {
                var first = column;
                while (column < _columns && isWanted(_now[(row * _columns) + column], _before[(row * _columns) + column]))
                {
                    column++;
                }

                if (column > first)
                {
                    Append(rects, new PixelRect(first * TileSize, row * TileSize, (column - first) * TileSize, TileSize).Intersect(new PixelRect(_size)));
                }
            }
        }
    }

    private static void Append(List<PixelRect> rects, PixelRect run)
    {
        for (var i = rects.Count - 1; i >= 0 && rects[i].Bottom >= run.Y; i--)
        {
            if (rects[i].Bottom == run.Y && rects[i].X == run.X && rects[i].Width == run.Width)
            {
                rects[i] = rects[i].Union(run);
                return;
            }
        }

        rects.Add(run);
    }
}
