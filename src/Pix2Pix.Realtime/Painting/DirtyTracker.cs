using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Painting;

/// <summary>Collects where a <see cref="LabelCanvas"/> changed since its owner last looked. Thread contract: the canvas's thread.</summary>
public sealed class DirtyTracker
{
    internal DirtyTracker(PixelRect initial) => Rectangle = initial;

    /// <summary>Covers every pixel that changed since the last <see cref="Take"/>; empty when none did.</summary>
    public PixelRect Rectangle { get; private set; }

    /// <summary>Returns <see cref="Rectangle"/> and starts again from empty.</summary>
    public PixelRect Take()
    {
        var taken = Rectangle;
        Rectangle = default;
        return taken;
    }

    internal void Add(PixelRect changed) => Rectangle = Rectangle.Union(changed);
}
