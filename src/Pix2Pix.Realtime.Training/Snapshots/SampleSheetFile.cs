using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Training.Networks;
using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Snapshots;

/// <summary>Draws rows of input | output | target into one PNG.</summary>
internal static class SampleSheetFile
{
    /// <param name="path">The file to make.</param>
    /// <param name="columns"><c>[N,C,H,W] float32, -1..1</c> each; one row a picture.</param>
    public static void Draw(string path, params Tensor[] columns)
    {
        var rows = (int)columns[0].shape[0];
        var pictures = Enumerable.Range(0, rows * columns.Length).Select(i => ToPicture(columns[i % columns.Length][i / columns.Length]));
        ImageFile.Save(path, ImageSheet.Grid([.. pictures], columns.Length));
    }

    private static PixelImage ToPicture(Tensor values)
    {
        var shape = new FrameShape((int)values.shape[0], (int)values.shape[1], (int)values.shape[2]);
        var picture = new PixelImage(shape.Width, shape.Height);
        TensorMemory.Read(values, span => PixelConvert.Decode(span, shape, picture));
        return picture;
    }
}
