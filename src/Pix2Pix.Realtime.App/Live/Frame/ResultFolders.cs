namespace Pix2Pix.Realtime.App.Live.Frame;

/// <summary>
/// Where pictures, recordings and runs go: into the folder that the person chose; else, started from a terminal, into the current one; else into folders of this program below the
/// person's pictures and videos. Any thread.
/// </summary>
internal sealed class ResultFolders
{
    private const string Program = "pix2pix";

    private readonly string _pictures;
    private readonly string _videos;

    /// <param name="chosen">Empty = none was.</param>
    /// <param name="isTerminal">Whether the current folder was chosen by somebody at a terminal.</param>
    public ResultFolders(string chosen, bool isTerminal)
    {
        var one = chosen.Length > 0 ? Path.GetFullPath(chosen) : isTerminal ? Environment.CurrentDirectory : null;
        (_pictures, _videos) = (one ?? Own(Environment.SpecialFolder.MyPictures), one ?? Own(Environment.SpecialFolder.MyVideos));
        Runs = Path.Combine(_pictures, "runs");
    }

    /// <summary>The folder for pictures, which need not exist.</summary>
    public string PicturesPath => _pictures;

    /// <summary>For pictures, label maps and scenes; it exists.</summary>
    public string Pictures => Existing(_pictures);

    /// <summary>For recordings; it exists.</summary>
    public string Videos => Existing(_videos);

    /// <summary>For runs; it need not exist.</summary>
    public string Runs { get; }

    /// <summary>Whether somebody at a terminal started this program, as opposed to a desktop.</summary>
    public static bool IsTerminal => !Console.IsInputRedirected || !Console.IsOutputRedirected || !Console.IsErrorRedirected;

    /// <summary>A name that no file has yet: <c>name.png</c>, <c>name-2.png</c>, ...</summary>
    public static string NewFile(string folder, string name)
    {
        var (stem, ending) = name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (name[..dot], name[dot..]) : (name, "");
        var path = Path.Combine(folder, name);
        for (var number = 2; Path.Exists(path); number++)
        {
            path = Path.Combine(folder, $"{stem}-{number}{ending}");
        }

        return path;
    }

    private static string Own(Environment.SpecialFolder folder)
    {
        var path = Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(path.Length > 0 ? path : Environment.CurrentDirectory, Program);
    }

    private static string Existing(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserException(FrameTexts.ResultsNotWritable(folder, fault.Message.TrimEnd('.')), fault);
        }
    }
}
