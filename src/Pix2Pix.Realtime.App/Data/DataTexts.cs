namespace Pix2Pix.Realtime.App.Data;

/// <summary>What the dataset commands say.</summary>
internal static class DataTexts
{
    public static string Size(int found) => $"--size: expected 32 to 4096 pixels, found {found}.";
    public static string Count(int found) => $"--count: expected 1 or more, found {found}.";
    public static string Drawn(int count, int size, string folder) => $"{count} pairs of {size}x{size} in {folder}";
    public const string TheCommandLine = "the command line";

    public static string Pairs(int count) => $"{count} pairs";
    public static string ValidationPairs(int count, string note) => $"{count} pairs{note}";
    public const string AlsoTrained = ", trained on as well: there is no other";
    public const string TheValidationPairs = "the validation pairs";
    public static string MoreSizes(int count) => $" and {count} more";

    public static string Joined(int written, string folder) => $"{written} pairs in {folder}";
    public static string Skipped(string problem) => $"Skipped: {problem}";

    public static string DatasetName(string found) => $"<NAME>: expected a name such as facades, found '{found}'.";
    public static string DatasetAddress(string found) => $"--from: expected an address that starts with http:// or https://, found '{found}'.";
    public static string Fetched(string folder, string checksum) => $"{folder}  (archive's SHA-256: {checksum})";
}
