using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Rendering.Gui.Drawing;

namespace Pix2Pix.Realtime.App.Live.Canvas;

/// <summary>What a palette's classes are shown in; files and generators keep the palette's colours. Main thread.</summary>
internal sealed class ClassColors(Palette palette)
{
    /// <summary>One for each of the palette's classes, in its order.</summary>
    public IReadOnlyList<Rgb> All { get; private set; } = [.. palette.Classes.Select(one => one.Color)];

    /// <summary>Chooses the palette's colours, or those that the colour-blind can tell apart.</summary>
    public void Choose(bool isDistinct) => All = isDistinct ? DistinctColors.For(palette) : [.. palette.Classes.Select(one => one.Color)];

    /// <summary>A class's; that of text where the palette has no such class.</summary>
    public Color Of(byte classId)
    {
        for (var i = 0; i < palette.Classes.Count; i++)
        {
            if (palette.Classes[i].Id == classId)
            {
                return Color.Of(All[i]);
            }
        }

        return Theme.Text;
    }
}
