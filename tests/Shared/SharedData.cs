using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>Real pictures beside the project's folder; they are not part of it, so tests skip where they are absent.</summary>
internal static class SharedData
{
    public static string Folder(params string[] parts)
    {
        var folder = Path.GetFullPath(Path.Combine([ProjectFolder.Root, "..", "shared", "data", .. parts]));
        Assert.SkipUnless(Directory.Exists(folder), $"the real pictures are not here ({string.Join('/', parts)})");
        return folder;
    }

    public static string File(params string[] parts)
    {
        var folder = Folder(parts[..^1]);
        return Path.Combine(folder, parts[^1]);
    }
}
