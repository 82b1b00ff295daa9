namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>What the search for the fastest way to run a generator says.</summary>
internal static class TuningTexts
{
    public const string FourConvolutions = "tuned: four convolutions";
    public const string OneConvolution = "tuned: one convolution";
    public const string ByLayer = "tuned by layer";
    public static string Floats(RunChoice choice) => $"floats: {choice}";
    public const string FloatsStay = "floats stay";
    public static string NoCache(string folder) => $"Expected a writable cache folder, found '{folder}', which can't be written; check its permissions.";
    public static string Failed(string generator, string reason, int code) => $"Tuning '{generator}' failed: {reason} (exit code {code})";
    public static string Skipped(string generator, string message) => $"Tuning '{generator}' was skipped: the program can't be started again ({message})";
    public static string Int8Unused(string message) => $"The cached int8 generator is not used, fp32 is used instead: {message}";
    public static string TunedUnused(string message) => $"The tuned generator is not used: {message}";
}
