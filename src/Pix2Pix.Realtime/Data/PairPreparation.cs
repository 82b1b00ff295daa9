using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;

namespace Pix2Pix.Realtime.Data;

/// <summary>Turns a pair's two pictures into the networks' numbers: resized, cropped and flipped alike. Immutable; any thread.</summary>
public sealed class PairPreparation
{
    private const int Channels = 3;

    /// <summary>What a label map goes through when it is softened: the quality of a typical download.</summary>
    private const int SoftQuality = 75;

    private readonly PairOptions _options;
    private readonly LabelDecoder? _labels;

    public PairPreparation(PairOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _labels = options.Palette is null ? null : new LabelDecoder(options.Palette);
    }

    /// <summary>Prepares one pair.</summary>
    /// <param name="a">Half A.</param>
    /// <param name="b">Half B.</param>
    /// <param name="augmentation">See <see cref="IPairSource.Load"/>.</param>
    /// <param name="input">See <see cref="IPairSource.Load"/>.</param>
    /// <param name="target">See <see cref="IPairSource.Load"/>.</param>
    public void Prepare(PixelImage a, PixelImage b, ulong? augmentation, Span<float> input, Span<float> target)
    {
        var random = new SeededRandom(augmentation ?? 0);
        var side = augmentation is null ? _options.Size : _options.LoadSize;
        var room = side - _options.Size + 1;
        var crop = new Crop(random.Next(room), random.Next(room), _options.Flip && augmentation is not null && random.Next(2) == 1);
        var (soften, brightness, contrast) = (random.NextDouble() < _options.SoftenProbability, random.NextDouble(), random.NextDouble());

        var (source, goal) = _options.Direction == Direction.AtoB ? (a, b) : (b, a);
        source = _labels is null ? ImageFile.ResizeBicubic(source, side, side) : ResizeLabels(source, side);
        source = Cut(source, crop);
        if (_labels is not null && soften && augmentation is not null)
        {
            source = ImageFile.Decode(ImageFile.EncodeJpeg(source, SoftQuality));
        }

        var shape = new FrameShape(Channels, _options.Size, _options.Size);
        PixelConvert.Encode(source, input, shape);
        PixelConvert.Encode(Cut(ImageFile.ResizeBicubic(goal, side, side), crop), target, shape);
        if (_labels is null && augmentation is not null && _options.ColorJitter > 0)
        {
            Jitter(input, (float)((2 * brightness) - 1), (float)((2 * contrast) - 1));
        }
    }

    private PixelImage ResizeLabels(PixelImage labels, int side)
    {
        if (_options.SnapLabels)
        {
            return _labels!.Encode(LabelMapFile.Resize(_labels.Decode(labels, out _), side, side));
        }

        var resized = new PixelImage(side, side);
        for (var y = 0; y < side; y++)
        {
            var from = labels.Row((int)((y + 0.5) * labels.Height / side));
            var to = resized.Row(y);
            for (var x = 0; x < side; x++)
            {
                from.Slice((int)((x + 0.5) * labels.Width / side) * 4, 4).CopyTo(to[(x * 4)..]);
            }
        }

        return resized;
    }

    private PixelImage Cut(PixelImage picture, Crop crop)
    {
        if (picture.Width == _options.Size && picture.Height == _options.Size && !crop.Flip)
        {
            return picture;
        }

        var cut = new PixelImage(_options.Size, _options.Size);
        for (var y = 0; y < cut.Height; y++)
        {
            var from = picture.Row(crop.Top + y).Slice(crop.Left * 4, cut.Width * 4);
            var to = cut.Row(y);
            if (!crop.Flip)
            {
                from.CopyTo(to);
                continue;
            }

            for (var x = 0; x < cut.Width; x++)
            {
                from.Slice((cut.Width - 1 - x) * 4, 4).CopyTo(to[(x * 4)..]);
            }
        }

        return cut;
    }

    /// <summary>Of photographic input only: a label's colour is its meaning.</summary>
    private void Jitter(Span<float> values, float brightness, float contrast)
    {
        var scale = 1 + (contrast * (float)_options.ColorJitter / 2);
        var shift = brightness * (float)_options.ColorJitter / 2;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Clamp((values[i] * scale) + shift, -1, 1);
        }
    }

    private readonly record struct Crop(int Left, int Top, bool Flip);
}
