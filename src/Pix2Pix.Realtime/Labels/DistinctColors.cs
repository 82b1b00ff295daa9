namespace Pix2Pix.Realtime.Labels;

/// <summary>
/// Colours to show classes in that also differ for people who see red and green alike: chosen so that the two nearest of them lie as far apart as possible in CIE Lab, as everybody
/// sees them and as deuteranopes and protanopes do. For the screen alone; files keep a palette's own colours.
/// </summary>
internal static class DistinctColors
{
    private static readonly Rgb[] Colors =
    [
        new(128, 192, 224), new(192, 224, 192), new(0, 128, 224), new(64, 32, 0), new(224, 224, 0), new(96, 128, 96),
        new(96, 128, 0), new(224, 224, 128), new(32, 0, 128), new(32, 96, 128), new(0, 0, 224), new(0, 0, 32),
    ];

    /// <summary>One for each class in order; a palette of two, or of more classes than there are colours, keeps its own.</summary>
    public static IReadOnlyList<Rgb> For(Palette palette) =>
        palette.Classes.Count is > 2 and var count && count <= Colors.Length ? Colors[..count] : [.. palette.Classes.Select(one => one.Color)];
}
