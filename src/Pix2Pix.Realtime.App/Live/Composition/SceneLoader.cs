using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Scenes.Plugins;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>Reads the scene with the program's components and those of the plugins beside the scene and beside the program.</summary>
internal static class SceneLoader
{
    /// <param name="live">What the components share; its options name the scene.</param>
    /// <param name="faults">Hears of plugins that can't be loaded or fail later.</param>
    /// <param name="text">The scene's text in the place of its file's; null = the file's.</param>
    /// <exception cref="UserException">The scene holds faults.</exception>
    public static Scene Load(LiveContext live, PluginFaults faults, string? text = null)
    {
        var registry = LiveComponents.For(live);
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(live.Options.Scene))!, "plugins");
        foreach (var folder in new[] { beside, ProjectFolder.Under("plugins") }.Distinct())
        {
            foreach (var fault in PluginFolder.Register(folder, registry))
            {
                faults.Tell(fault);
            }
        }

        return text is null
            ? SceneFile.Load(live.Options.Scene, registry, live.Options.Overrides, faults.Survive)
            : SceneFile.Parse(text, live.Options.Scene, registry, live.Options.Overrides, faults.Survive);
    }
}
