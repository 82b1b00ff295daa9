using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>
/// One buffer that the label map's numbers are written into: it knows where the map changed since, so that a stroke costs its own rectangle and not the whole picture. Main thread.
/// </summary>
internal sealed class EncodedCanvas(TensorBuffer buffer, LabelCanvasComponent canvas, LabelColors colors)
{
    private readonly DirtyTracker _changed = canvas.Canvas.Track();
    private bool _isForeign;

    public TensorBuffer Buffer => buffer;

    /// <summary>Brings the numbers up to the label map as it is.</summary>
    public void Update()
    {
        var changed = _changed.Take();
        var area = _isForeign ? canvas.Canvas.Bounds : changed;
        _isForeign = false;
        PixelConvert.Encode(canvas.Canvas.Map, colors, buffer.Values, buffer.Shape, area);
    }

    /// <summary>Writes a picture in the label map's place.</summary>
    public void Write(PixelImage picture)
    {
        PixelConvert.Encode(picture, buffer.Values, buffer.Shape);
        _isForeign = true;
    }
}
