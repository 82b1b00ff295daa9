using System.Runtime.InteropServices;
using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>The parts of the screen that look different from what is drawn there, as a few rectangles. Allocates nothing in steady state. One thread.</summary>
internal sealed class Damage
{
    /// <summary>Every rectangle is drawn by itself; more of them cost more than the pixels that they leave out.</summary>
    private const int MostParts = 8;

    private readonly List<PixelRect> _parts = new(MostParts);

    /// <summary>Whether all of it is redrawn.</summary>
    public bool IsWhole { get; private set; } = true;

    public bool IsEmpty => !IsWhole && _parts.Count == 0;

    public void AddAll() => IsWhole = true;

    /// <param name="part">Pixels; may be empty.</param>
    public void Add(PixelRect part)
    {
        if (part.IsEmpty || IsWhole)
        {
            return;
        }

        for (var i = 0; i < _parts.Count; i++)
        {
            var union = _parts[i].Union(part);
            if (Area(union) <= Area(_parts[i]) + Area(part) || _parts.Count == MostParts)
            {
                // The larger one may now meet others.
                _parts.RemoveAt(i);
                Add(union);
                return;
            }
        }

        _parts.Add(part);
    }

    /// <summary>The areas to draw, within a screen of that size; valid until the next call of any member.</summary>
    public ReadOnlySpan<PixelRect> Parts(PixelSize screen)
    {
        if (IsWhole)
        {
            _parts.Clear();
            _parts.Add(new PixelRect(screen));
        }

        return CollectionsMarshal.AsSpan(_parts);
    }

    /// <summary>All of it is drawn.</summary>
    public void Clear()
    {
        IsWhole = false;
        _parts.Clear();
    }

    private static long Area(PixelRect rect) => (long)rect.Width * rect.Height;
}
