namespace Pix2Pix.Realtime.Files;

/// <summary>Finds the files that belong to the program: <c>configs/</c>, <c>shaders/</c>, <c>sample-scenes/</c>.</summary>
internal static class ProjectFolder
{
    /// <summary>An environment variable that names the folder outright.</summary>
    public const string Variable = "PIX2PIX_HOME";

    private static readonly string Landmark = Path.Combine("configs", "palettes");

    /// <summary>The nearest folder, from the program's own upward, that holds <c>configs/palettes</c>.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public static string Root => field ??= Find();

    /// <summary>A path inside the folder, e.g. <c>Under("shaders", "canvas.frag")</c>.</summary>
    public static string Under(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(Path.Combine(named, Landmark))
                ? named
                : throw new UserException($"Expected {Variable} to be a folder with {Landmark}, found '{named}'; set it to the program's folder or unset it.");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Landmark)))
            {
                return folder.FullName;
            }
        }

        throw new UserException($"Expected a folder with {Landmark} at or above '{AppContext.BaseDirectory}', found none; set {Variable} to the program's folder.");
    }
}
