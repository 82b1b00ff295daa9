using Pix2Pix.Realtime.Settings;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Pix2Pix.Realtime.Training.Runs;

internal sealed class FolderPairs : IPairSource
{
    private readonly string[] _files;
    private readonly int _load;
    private readonly bool _flip;
    private readonly bool _bToA;

    public FolderPairs(SettingValues settings, string split)
    {
        var folder = Path.Combine(settings.Get(TrainingSettings.DataRoot), split);
        _files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.jpg").Order(StringComparer.Ordinal)] : [];
        if (_files.Length == 0)
        {
            throw new UserException($"expected pairs in '{folder}', found none; set data.root to a dataset's folder.");
        }

        _load = settings.Get(TrainingSettings.LoadSize);
        Size = settings.Get(TrainingSettings.CropSize);
        _flip = settings.Get(TrainingSettings.Flip);
        _bToA = settings.Get(TrainingSettings.DataDirection) == Data.Direction.BtoA;
    }

    public int Count => _files.Length;

    public int InputChannels => 3;

    public int TargetChannels => 3;

    public int Size { get; }

    public void Load(int index, ulong? augmentation, Span<float> input, Span<float> target)
    {
        using var image = Image.Load<Rgb24>(_files[index]);
        var half = image.Width / 2;
        var side = augmentation is null ? Size : _load;
        var random = augmentation ?? 0;
        var (x, y, flip) = ((int)(random % (ulong)(side - Size + 1)), (int)((random >> 16) % (ulong)(side - Size + 1)), _flip && (random >> 40 & 1) == 1);
        Half(image, new Rectangle(_bToA ? half : 0, 0, half, image.Height), KnownResamplers.NearestNeighbor, input);
        Half(image, new Rectangle(_bToA ? 0 : half, 0, half, image.Height), KnownResamplers.Bicubic, target);

        void Half(Image<Rgb24> source, Rectangle area, SixLabors.ImageSharp.Processing.Processors.Transforms.IResampler sampler, Span<float> output)
        {
            using var part = source.Clone(c =>
            {
                c.Crop(area).Resize(side, side, sampler).Crop(new Rectangle(x, y, Size, Size));
                if (flip)
                {
                    c.Flip(FlipMode.Horizontal);
                }
            });
            for (var row = 0; row < Size; row++)
            {
                for (var column = 0; column < Size; column++)
                {
                    var at = (row * Size) + column;
                    output[at] = (part[column, row].R / 127.5f) - 1;
                    output[at + (Size * Size)] = (part[column, row].G / 127.5f) - 1;
                    output[at + (2 * Size * Size)] = (part[column, row].B / 127.5f) - 1;
                }
            }
        }
    }
}
