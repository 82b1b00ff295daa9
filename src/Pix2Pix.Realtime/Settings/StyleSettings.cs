using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Styles;

namespace Pix2Pix.Realtime.Settings;

/// <summary>The style that a run's settings describe.</summary>
internal static class StyleSettings
{
    /// <summary>What its numbers are; null = the generator has no style.</summary>
    /// <exception cref="UserException">There is no such definition or palette, or they don't belong together.</exception>
    public static StyleDefinition? Definition(SettingValues settings)
    {
        if (settings.Get(TrainingSettings.GeneratorStyle) == StyleKind.None)
        {
            return null;
        }

        var palette = Palette(settings);
        var named = settings.Get(TrainingSettings.StyleDefinition);
        return StyleDefinitionFile.Load(named.Length > 0 ? named : StyleDefinitionFile.DefaultFor(palette?.Name ?? ""), palette);
    }

    /// <summary>The classes of the inputs; null = they are no label maps.</summary>
    public static Palette? Palette(SettingValues settings) => settings.Get(TrainingSettings.Palette) is { Length: > 0 } name ? PaletteFile.Load(name) : null;
}
