using Pix2Pix.Realtime.Synthesis.Fields;

namespace Pix2Pix.Realtime.Synthesis.Relief;

/// <summary>The surfaces of a picture: the relief as a height field, and what covers it.</summary>
internal sealed class SurfaceMap(int width, int height)
{
    private readonly Finish[] _finishes = new Finish[width * height];

    /// <summary>Units out of the wall.</summary>
    public Field Heights { get; } = new(width, height);

    public ref readonly Finish At(int x, int y) => ref _finishes[(y * width) + x];

    public void Put(int x, int y, in Surface surface)
    {
        Heights.Values[(y * width) + x] = surface.Height;
        _finishes[(y * width) + x] = new Finish(surface.Color, surface.Gloss, surface.Tilt, surface.Glow);
    }
}
