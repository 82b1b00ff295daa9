using Pix2Pix.Realtime.Files;

namespace Pix2Pix.Realtime.Tests.Shared;

/// <summary>Files as version 0.1.0 wrote them; <c>tests/fixtures/0.1.0/README.md</c> says how.</summary>
internal static class Version010
{
    public static string Path(params string[] parts) => ProjectFolder.Under(["tests", "fixtures", "0.1.0", .. parts]);

    /// <summary>Copies a file, or a folder with all that is in it, for a test that goes on with it.</summary>
    public static void Copy(string name, string to)
    {
        if (File.Exists(Path(name)))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(Path(name), to, overwrite: true);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Path(name), "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(Path(name), file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
