namespace Pix2Pix.Realtime.App.Export.Web;

/// <summary>Texts about the page for browsers.</summary>
internal static class WebTexts
{
    public static string FolderNotEmpty(string folder) => $"Expected a new or empty folder for the page, found files at '{folder}'; choose another.";
    public static string NotRgb(string model, int channels) => $"Expected a generator that reads RGB label maps, found '{model}' with {channels} channels; the page can't feed it.";
    public static string WithoutInt8(string message) => $"The page is made without int8: {message}";
    public static string NoNpm(string package) => $"Expected npm, which downloads {package}, found none; install Node.js (Debian: apt-get install npm) and export again.";
    public static string NpmFailed(string package, string version, int exitCode, string reason) => $"Expected npm to download {package} {version}, but it ended with exit code {exitCode}: {reason}";
    public static string OtherVersion(string package, string version, string found) => $"Expected {package} {version}, found {found}; clear npm's cache and export again.";
    public static string FilesMissing(string package, string version, string files) => $"Expected {package} {version} to have {files}, found none of them; clear npm's cache and export again.";

    public static string Port(int found) => $"Expected a port of 1..65535, found {found}.";
    public static string NoPage(string folder) => $"Expected a folder with a page (index.html) at '{folder}', found none; make one with: pix2pix export --web FOLDER --model FILE.onnx.";
    public static string PortTaken(int port, string message) => $"Expected a free port, found that {port} can't be used ({message}); choose another with --port.";
    public static string Serving(string address) => $"{address} (Ctrl-C ends)";
}
