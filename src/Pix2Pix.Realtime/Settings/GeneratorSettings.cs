using Pix2Pix.Realtime.Generators;

namespace Pix2Pix.Realtime.Settings;

/// <summary>The generator that a run's settings describe.</summary>
internal static class GeneratorSettings
{
    /// <summary>U-Net levels when the settings leave them open, as pix2pix's own code has them for 256 pixels.</summary>
    private const int MostLevels = 8;

    /// <summary>Residual blocks when the settings leave them open, and the fewer that do below <see cref="LargePicture"/> pixels (Johnson et al. 2016).</summary>
    private const int ManyBlocks = 9;
    private const int FewBlocks = 6;
    private const int LargePicture = 256;

    /// <summary>Its layers; whether they fit the pictures' size is the trainer's to say.</summary>
    public static GeneratorShape Shape(SettingValues settings)
    {
        return new GeneratorShape(
            settings.Get(TrainingSettings.GeneratorFamily), (int)settings.Get(TrainingSettings.DataInputChannels), (int)settings.Get(TrainingSettings.DataTargetChannels),
            settings.Get(TrainingSettings.GeneratorWidth), Depth(settings), settings.Get(TrainingSettings.GeneratorNorm), settings.Get(TrainingSettings.GeneratorStatistics),
            settings.Get(TrainingSettings.GeneratorUpsample), settings.Get(TrainingSettings.GeneratorDropout)) { Patch = (int)settings.Get(TrainingSettings.GeneratorPatch) };
    }

    private static int Depth(SettingValues settings)
    {
        var (stated, side) = (settings.Get(TrainingSettings.GeneratorDepth), settings.Get(TrainingSettings.CropSize) / (int)settings.Get(TrainingSettings.GeneratorPatch));
        return stated > 0 ? stated
            : settings.Get(TrainingSettings.GeneratorFamily) == GeneratorKind.UNet ? Math.Min(MostLevels, int.TrailingZeroCount(side))
            : side >= LargePicture ? ManyBlocks : FewBlocks;
    }
}
