using System.Runtime.CompilerServices;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.Rendering.Gui;

/// <summary>
/// Gives each control its rectangle, in pixels, in one pass: a column puts one below the other over its full width; a row divides the width
/// into tracks and starts a new line when they are used up. Thread contract: the UI thread.
/// </summary>
internal sealed class LayoutStack
{
    private const int MostTracks = 16;

    private Box[] _boxes = new Box[16];
    private int _depth;
    private float _scale = 1;

    /// <summary>Whether controls lie side by side here.</summary>
    public bool IsRow => Top.TrackCount > 0;

    private ref Box Top => ref _boxes[_depth - 1];

    /// <summary>The rectangle of the next control.</summary>
    /// <param name="height">Pixels.</param>
    public PixelRect Next(int height)
    {
        ref var box = ref Top;
        var place = Peek(in box);
        if (box.TrackCount == 0)
        {
            box.Cursor += height + box.Gap;
            box.End = box.Cursor - box.Gap;
        }
        else
        {
            box.LineHeight = Math.Max(box.LineHeight, height);
            box.End = box.Cursor + box.LineHeight;
            if (++box.TrackIndex == box.TrackCount)
            {
                box.Cursor += box.LineHeight + box.Gap;
                (box.TrackIndex, box.LineHeight) = (0, 0);
            }
        }

        return place with { Height = height };
    }

    /// <summary>How wide the next control will be, in pixels.</summary>
    public int NextWidth => Peek(in Top).Width;

    /// <summary>Leaves pixels free below the last control of a column.</summary>
    public void Skip(int height) => Top.Cursor += height;

    /// <summary>Pixels from the next control's top to the bottom of the panel or dialog around it.</summary>
    public int Remaining => Math.Max(0, Top.Bottom - Top.Cursor);

    /// <summary>Where the next control of a column would start, in pixels from the window's top.</summary>
    public int Cursor => Top.Cursor;

    internal void Begin(float scale)
    {
        _depth = 0;
        _scale = scale;
    }

    /// <summary>Starts a box of its own, such as a panel's inside.</summary>
    internal void PushRoot(PixelRect area, float gap) => Push(new Box
    {
        X = area.X, Width = area.Width, Cursor = area.Y, Start = area.Y, End = area.Y, Gap = ToPixels(gap), Bottom = area.Bottom, IsRoot = true,
    });

    /// <summary>Starts a column in the next place.</summary>
    internal void PushColumn(float gap)
    {
        var place = Peek(in Top);
        Push(new Box { X = place.X, Width = place.Width, Cursor = place.Y, Start = place.Y, End = place.Y, Gap = ToPixels(gap), Bottom = Top.Bottom });
    }

    /// <summary>Starts a column in the next place, moved to the right.</summary>
    internal void PushIndented(int pixels)
    {
        PushColumn(Theme.RowGap);
        ref var box = ref Top;
        (box.X, box.Width) = (box.X + pixels, Math.Max(0, box.Width - pixels));
    }

    /// <summary>Starts a row in the next place.</summary>
    internal void PushRow(ReadOnlySpan<Track> tracks, float columnGap)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tracks.Length, MostTracks);
        PushColumn(Theme.RowGap);
        ref var box = ref Top;
        box.TrackCount = tracks.Length;
        var gap = ToPixels(columnGap);
        float weights = 0;
        var free = box.Width - (gap * (tracks.Length - 1));
        foreach (var track in tracks)
        {
            weights += track.Weight;
            free -= ToPixels(track.Points);
        }

        var x = 0;
        var (used, given) = (0f, 0);
        for (var i = 0; i < tracks.Length; i++)
        {
            // Rounding the running sum shares the odd pixels out without losing one.
            used += tracks[i].Weight;
            var until = weights > 0 ? (int)MathF.Round(Math.Max(0, free) * used / weights) : 0;
            box.Tracks[i] = (x, ToPixels(tracks[i].Points) + until - given);
            x += box.Tracks[i].Width + gap;
            given = until;
        }
    }

    /// <summary>Ends the innermost box and takes its place in the one around it.</summary>
    /// <returns>How high its content was, in pixels.</returns>
    internal int Pop()
    {
        var box = Top;
        _depth--;
        var height = box.End - box.Start;
        if (!box.IsRoot)
        {
            Next(height);
        }

        return height;
    }

    private int ToPixels(float points) => (int)MathF.Round(points * _scale);

    private void Push(in Box box)
    {
        if (_depth == _boxes.Length)
        {
            Array.Resize(ref _boxes, _depth * 2);
        }

        _boxes[_depth++] = box;
    }

    private static PixelRect Peek(in Box box) => box.TrackCount == 0
        ? new PixelRect(box.X, box.Cursor, box.Width, 0)
        : new PixelRect(box.X + box.Tracks[box.TrackIndex].X, box.Cursor, box.Tracks[box.TrackIndex].Width, 0);

    private struct Box
    {
        public int X;
        public int Width;
        public int Start;
        public int Cursor;
        public int End;
        public int Gap;
        public int Bottom;
        public bool IsRoot;
        public int TrackCount;
        public int TrackIndex;
        public int LineHeight;
        public TrackPlaces Tracks;
    }

    [InlineArray(MostTracks)]
    private struct TrackPlaces
    {
        private (int X, int Width) _first;
    }
}
