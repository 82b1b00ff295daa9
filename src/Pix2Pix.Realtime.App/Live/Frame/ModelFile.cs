using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>Where a scene's generators lie.</summary>
internal static class ModelFile
{
    /// <summary>The file name of the included generator, next to the sample scenes.</summary>
    public const string Boxed = "facades.onnx";

    /// <summary>Looks for a file as it is named, then beside the scene; the included one is found from everywhere.</summary>
    /// <param name="model">As a scene names it.</param>
    /// <param name="scene">The scene's file.</param>
    /// <returns>The name as it is when there is no such file; opening it reports that.</returns>
    public static string Find(string model, string scene)
    {
        if (File.Exists(model) || Path.IsPathRooted(model))
        {
            return model;
        }

        var beside = Path.Combine(Path.GetDirectoryName(scene) ?? "", model);
        return File.Exists(beside) ? beside : model == Boxed ? ProjectFolder.Under("sample-scenes", Boxed) : model;
    }
}
