using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.Rendering.Tests.Gui;

/// <summary>Pictures that tests leave beside themselves for people to look at, never in the source.</summary>
internal static class Artefacts
{
    public static void Save(string name, PixelImage image)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "gallery"));
        ImageFile.Save(Path.Combine(folder.FullName, name), image);
    }
}
