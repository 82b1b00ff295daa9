using Pix2Pix.Realtime.App.Live.Frame;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Scenes;
using Pix2Pix.Realtime.Scenes.Plugins;

namespace Pix2Pix.Realtime.App.Live.Composition;

/// <summary>
/// Reads the scene with the program's components and those of plugins: of the program's own folder, of the person's, and, where the person trusts them, of the folder
/// beside the scene. A scene is data: by itself it starts no program and loads no code.
/// </summary>
internal static class SceneLoader
{
    private const string Plugins = "plugins";

    /// <param name="live">What the components share; its options name the scene.</param>
    /// <param name="faults">Hears of plugins that can't be loaded or fail later.</param>
    /// <exception cref="UserException">The scene holds faults.</exception>
    public static Scene Load(LiveContext live, PluginFaults faults)
    {
        var registry = LiveComponents.For(live);
        var beside = Path.GetDirectoryName(Path.GetFullPath(live.Options.Scene))!;
        var isTrusted = live.Options.IsTrusted || beside == ProjectFolder.Under("sample-scenes");
        string[] own = [ProjectFolder.Under(Plugins), UserFolders.Data(Plugins)];
        if (Path.Combine(beside, Plugins) is var guests && !own.Contains(guests) && PluginFolder.Files(guests).Count > 0)
        {
            if (isTrusted || PluginTrust.Allows(live, guests))
            {
                Register(guests, registry, faults);
            }
            else
            {
                faults.Tell(CompositionTexts.PluginsNotLoaded(PluginTrust.Names(guests)));
            }
        }

        foreach (var folder in own)
        {
            Register(folder, registry, faults);
        }

        // A text is a scene that ran: what it may start was allowed then.
        return live.Options.Visit?.Text is { } text
            ? SceneFile.Parse(text, live.Options.Scene, registry, live.Options.Overrides, faults.Survive, trustsPrograms: true)
            : SceneFile.Load(live.Options.Scene, registry, live.Options.Overrides, faults.Survive, isTrusted);
    }

    private static void Register(string folder, ComponentRegistry registry, PluginFaults faults)
    {
        foreach (var fault in PluginFolder.Register(folder, registry))
        {
            faults.Tell(fault);
        }
    }
}
