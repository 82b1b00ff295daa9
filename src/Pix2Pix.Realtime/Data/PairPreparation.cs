using Pix2Pix.Realtime.Frames;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>Turns a pair's two pictures into the networks' numbers: resized, cropped, flipped and erased alike. Immutable; any thread.</summary>
internal sealed class PairPreparation
{
    /// <summary>JPEG quality of softened label maps, that of a typical download.</summary>
    private const int SoftQuality = 75;

    private readonly PairOptions _options;
    private readonly LabelDecoder? _labels;
    private readonly PairEraser? _eraser;
    private readonly FrameShape _inputShape;
    private readonly FrameShape _targetShape;

    public PairPreparation(PairOptions options)
    {
        _options = options;
        _labels = options.Palette is null ? null : new LabelDecoder(options.Palette);
        _eraser = options.Palette is null || options.EraseProbability == 0 ? null : new PairEraser(options.Size, options.Palette);
        _inputShape = new FrameShape((int)options.InputChannels, options.Size, options.Size);
        _targetShape = new FrameShape((int)options.TargetChannels, options.Size, options.Size);
    }

    /// <summary>Prepares one pair.</summary>
    /// <param name="a">Half A; may be changed.</param>
    /// <param name="b">Half B; may be changed.</param>
    /// <param name="augmentation">See <see cref="IPairSource.Load"/>.</param>
    /// <param name="input">See <see cref="IPairSource.Load"/>.</param>
    /// <param name="target">See <see cref="IPairSource.Load"/>.</param>
    public void Prepare(PixelImage a, PixelImage b, ulong? augmentation, Span<float> input, Span<float> target)
    {
        var (source, goal) = _options.Direction == Direction.AtoB ? (a, b) : (b, a);
        source = _labels is null || _options.InputChannels == PictureChannels.Rgba ? OnPaper(source, _options.InputChannels) : _labels.OnBackground(source);
        goal = OnPaper(goal, _options.TargetChannels);
        var side = augmentation is null ? _options.Size : _options.LoadSize;
        source = _labels is null ? ImageFile.ResizeBicubic(source, side, side) : ResizeLabels(source, side);
        goal = ImageFile.ResizeBicubic(goal, side, side);
        if (_options.FillCorners)
        {
            BlackCorners.Fill(goal);
        }

        if (augmentation is not { } seed)
        {
            PixelConvert.Encode(source, input, _inputShape);
            PixelConvert.Encode(goal, target, _targetShape);
            return;
        }

        var chance = PairAugmentation.Draw(seed, _options);
        (source, goal) = (Cut(source, chance), Cut(goal, chance));
        if (chance.Erase is { } holes)
        {
            _eraser?.Erase(source, goal, holes);
        }

        if (_labels is not null && chance.Soften)
        {
            source = ImageFile.Decode(ImageFile.EncodeJpeg(source, SoftQuality));
        }

        PixelConvert.Encode(source, input, _inputShape);
        PixelConvert.Encode(goal, target, _targetShape);
        if (_labels is null && _options.ColorJitter > 0)
        {
            Jitter(input, chance);
        }
    }

    private static PixelImage OnPaper(PixelImage picture, PictureChannels channels) => channels == PictureChannels.Rgba ? picture : picture.OnWhite();

    private PixelImage ResizeLabels(PixelImage labels, int side) => _options.SnapLabels
        ? _labels!.Encode(LabelMapFile.Resize(_labels.Decode(labels, out _), side, side))
        : labels.ResizeNearest(side, side);

    /// <summary>Always a copy, so that what follows may change it.</summary>
    private PixelImage Cut(PixelImage picture, in PairAugmentation chance)
    {
        var cut = new PixelImage(_options.Size, _options.Size);
        for (var y = 0; y < cut.Height; y++)
        {
            var from = picture.Row(chance.Top + y).Slice(chance.Left * 4, cut.Width * 4);
            var to = cut.Row(y);
            if (!chance.Flip)
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

    /// <summary>Of photographic input only: a label's colour is its meaning. Opacity stays.</summary>
    private void Jitter(Span<float> values, in PairAugmentation chance)
    {
        var scale = 1 + (chance.Contrast * (float)_options.ColorJitter / 2);
        var shift = chance.Brightness * (float)_options.ColorJitter / 2;
        var colors = Math.Min(_inputShape.Channels, 3) * _options.Size * _options.Size;
        foreach (ref var value in values[..colors])
        {
            value = Math.Clamp((value * scale) + shift, -1, 1);
        }
    }
}
