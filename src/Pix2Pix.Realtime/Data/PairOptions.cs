using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Data;

/// <summary>How pairs are prepared for the networks.</summary>
/// <param name="Direction">Which half is the input.</param>
/// <param name="Size">Side of the generator's picture, in pixels.</param>
/// <param name="LoadSize">Side before the random crop, at least <paramref name="Size"/>.</param>
/// <param name="Flip">Mirror half of the pairs.</param>
/// <param name="Palette">The input's label classes; null = the input is a photograph or a drawing.</param>
/// <param name="SnapLabels">Snap label maps to the palette's exact colours.</param>
/// <param name="SoftenProbability">The share of label maps softened as JPEG files are.</param>
/// <param name="ColorJitter">Strength of brightness and contrast changes of photographic input, 0..1.</param>
internal sealed record PairOptions(
    Direction Direction, int Size, int LoadSize, bool Flip, Palette? Palette, bool SnapLabels, double SoftenProbability, double ColorJitter)
{
    /// <summary>The share of pairs with regions erased to background, 0..1; needs the facade palette.</summary>
    public double EraseProbability { get; init; }

    /// <summary>Whether the black corners of targets are filled.</summary>
    public bool FillCorners { get; init; }

    /// <summary>The channels of the input.</summary>
    public PictureChannels InputChannels { get; init; } = PictureChannels.Rgb;

    /// <summary>The channels of the target.</summary>
    public PictureChannels TargetChannels { get; init; } = PictureChannels.Rgb;

    /// <summary>Reads the options from a run's settings.</summary>
    /// <exception cref="UserException">The sizes contradict each other, or there is no such palette.</exception>
    public static PairOptions From(SettingValues settings)
    {
        var (load, crop) = (settings.Get(TrainingSettings.LoadSize), settings.Get(TrainingSettings.CropSize));
        if (load < crop)
        {
            throw new UserException($"Expected data.load_size of at least data.crop_size ({crop}), found {load}; the crop is taken from the loaded image.");
        }

        var palette = settings.Get(TrainingSettings.Palette) is { Length: > 0 } name ? PaletteFile.Load(name) : null;
        RequireFacade(palette, settings);
        return new PairOptions(
            settings.Get(TrainingSettings.DataDirection), crop, load, settings.Get(TrainingSettings.Flip),
            palette,
            settings.Get(TrainingSettings.SnapLabels), settings.Get(TrainingSettings.SoftenProbability), settings.Get(TrainingSettings.ColorJitter))
        {
            EraseProbability = settings.Get(TrainingSettings.EraseProbability),
            FillCorners = settings.Get(TrainingSettings.FillCorners),
            InputChannels = settings.Get(TrainingSettings.DataInputChannels),
            TargetChannels = settings.Get(TrainingSettings.DataTargetChannels),
        };
    }

    /// <summary>Drawn houses and the background of erased regions exist for the facade classes only; drawn houses for pen drawings, too.</summary>
    private static void RequireFacade(Palette? palette, SettingValues settings)
    {
        var isErased = settings.Get(TrainingSettings.EraseProbability) > 0;
        var isDrawn = settings.Get(TrainingSettings.DataRoot) == SynthesizedPairs.Root;
        if (palette is { Name: SynthesizedPairs.Palette } || (!isErased && palette is null or { Name: SynthesizedPairs.DrawingPalette }))
        {
            return;
        }

        if (isErased || isDrawn)
        {
            var (reason, palettes) = isErased ? ("data.erase_probability", SynthesizedPairs.Palette) : ($"data.root: {SynthesizedPairs.Root}", $"{SynthesizedPairs.Palette} or {SynthesizedPairs.DrawingPalette}");
            throw new UserException($"Expected data.palette: {palettes} with {reason}, found '{palette?.Name}'; change the palette, or remove {reason}.");
        }
    }
}
