using Pix2Pix.Realtime.Settings;

namespace Pix2Pix.Realtime.Scenes;

/// <summary>Resolves file names of a scene relative to the scene's file, so that a scene can be moved.</summary>
internal static class FileNames
{
    /// <summary>Makes the names absolute of files that are in the old folder and not in the new one. A default is found from everywhere and stays.</summary>
    public static void Keep(ScenePlan scene, string from, string to)
    {
        foreach (var part in scene.Objects.SelectMany(one => one.Components))
        {
            foreach (var setting in part.Type.Properties.All.OfType<Setting<string>>().Where(one => one.IsFile && part.Values.IsChanged(one)))
            {
                var name = part.Values.Get(setting);
                if (name.Length > 0 && !Path.IsPathRooted(name) && File.Exists(Path.Combine(from, name)) && !File.Exists(Path.Combine(to, name)))
                {
                    part.Values.Set(setting, Path.GetFullPath(Path.Combine(from, name)));
                }
            }
        }
    }
}
