using Pix2Pix.Realtime.App.Live.Canvas;
using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.App.Live.Source;
using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Rendering.Graphics;

namespace Pix2Pix.Realtime.App.Live.Translation;

/// <summary>The input of the generator: the live source's frame if there is one, otherwise the canvas. Main thread.</summary>
internal sealed class TranslatorInput(LiveContext live, LabelCanvasComponent canvas, SourceComponent? source)
{
    private readonly LabelColors _colors = new(canvas.Palette);

    /// <summary>One for each buffer that was written: the three of an exchange.</summary>
    private readonly List<EncodedCanvas> _encoded = new(3);
    private bool _wasLive;

    /// <summary>Grows with every change, until the other one takes its place.</summary>
    public long Version => IsLive ? source!.Version : canvas.Canvas.Version;

    /// <summary>The input as generators on the GPU read it.</summary>
    public Texture? Texture => IsLive ? source!.Texture : canvas.Picture;

    private bool IsLive => source is { Picture: not null };

    /// <summary>Whether the other one took its place since the last call.</summary>
    public bool HasSwitched()
    {
        var before = _wasLive;
        _wasLive = IsLive;
        return before != _wasLive;
    }

    /// <summary>When what changed it was delivered, in <see cref="System.Diagnostics.Stopwatch"/> ticks; 0 = nothing did, or the clock steps.</summary>
    public long TakeInputTicks() => !IsLive ? canvas.TakeInputTicks() : live.Pump.IsStepped ? 0 : source!.Ticks;

    /// <summary>Writes the input's numbers.</summary>
    public void Encode(TensorBuffer buffer)
    {
        var encoded = Of(buffer);
        if (source?.Picture is { } picture)
        {
            encoded.Write(picture);
        }
        else
        {
            encoded.Update();
        }
    }

    private EncodedCanvas Of(TensorBuffer buffer)
    {
        foreach (var known in _encoded)
        {
            if (known.Buffer == buffer)
            {
                return known;
            }
        }

        var made = new EncodedCanvas(buffer, canvas, _colors);
        _encoded.Add(made);
        return made;
    }
}
