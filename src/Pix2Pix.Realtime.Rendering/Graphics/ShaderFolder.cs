namespace Pix2Pix.Realtime.Rendering.Graphics;

/// <summary>Finds the shader files.</summary>
public static class ShaderFolder
{
    private const string Name = "shaders";

    /// <summary>
    /// The folder <c>shaders</c> beside the program. In Debug builds the source folder comes first, so that an edited shader is used at the next start.
    /// </summary>
    /// <exception cref="UserException">There is none.</exception>
    public static string Find()
    {
#if DEBUG
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any() && Directory.Exists(Path.Combine(folder.FullName, Name)))
            {
                return Path.Combine(folder.FullName, Name);
            }
        }
#endif
        var beside = Path.Combine(AppContext.BaseDirectory, Name);
        return Directory.Exists(beside)
            ? beside
            : throw new UserException($"Expected the shader files in {beside}, found no such folder; reinstall the program.");
    }
}
