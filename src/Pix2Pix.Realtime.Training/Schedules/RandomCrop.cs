using static TorchSharp.torch;

namespace Pix2Pix.Realtime.Training.Schedules;

/// <summary>One place in a step's pictures, the same in all of them.</summary>
/// <param name="Top">Pixels from the top.</param>
/// <param name="Left">Pixels from the left.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Width">Pixels.</param>
internal readonly record struct RandomCrop(long Top, long Left, long Height, long Width)
{
    /// <param name="random">The step's: the same step, the same place.</param>
    /// <param name="picture"><c>[N,C,H,W]</c>, as large as all that will be cropped.</param>
    /// <param name="height">Of the crop, at most the picture's.</param>
    /// <param name="width">Of the crop, at most the picture's.</param>
    public static RandomCrop Draw(StepRandom random, Tensor picture, long height, long width)
    {
        return new RandomCrop(Offset(picture.shape[2] - height, RandomPurpose.CropTop), Offset(picture.shape[3] - width, RandomPurpose.CropLeft), height, width);

        long Offset(long room, RandomPurpose purpose) => (long)(random.Uniform(purpose) * (room + 1));
    }

    /// <summary>That part of a picture: a view.</summary>
    public Tensor Of(Tensor picture) => picture.narrow(2, Top, Height).narrow(3, Left, Width);
}
