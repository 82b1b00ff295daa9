using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.App.Live.Styling;

/// <summary>Measures the style of a photograph that a person chose: exactly where its label map is beside it in the picture, else of the whole picture. Any thread.</summary>
internal static class PhotographStyle
{
    /// <param name="path">A photograph, or a pair of a photograph and its label map as pix2pix's datasets have them.</param>
    /// <param name="palette">Of the label map.</param>
    /// <param name="style">Becomes the style.</param>
    /// <returns>Whether there was a label map.</returns>
    /// <exception cref="UserException">The file is missing, no whole picture, or of one colour.</exception>
    public static bool Measure(string path, StyleDefinition definition, Palette palette, Span<float> style)
    {
        var picture = ImageFile.Load(path);
        var isPair = LabelMapFile.IsPair(path, palette);
        LabelMap? map = null;
        if (isPair)
        {
            var half = picture.Width / 2;
            map = LabelMapFile.LoadHalf(path, palette, new PixelSize(half, picture.Height), out _);
            picture = picture.Columns(LabelMapFile.LabelsAreLeft(picture, palette) ? half : 0, half);
        }

        new StyleMeter(definition, palette).MeasurePhotograph(map, picture, style);
        return isPair;
    }
}
