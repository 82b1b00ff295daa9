namespace Pix2Pix.Realtime.App.Samples;

/// <summary>What the Maps page says.</summary>
internal static class SamplesTexts
{
    public const string Samples = "Samples";
    public const string From = "From";
    public const string FromPlaceholder = "synth, or a folder";
    public const string FromHint = "A dataset, a folder of label maps, or synth for drawn houses";
    public const string Browse = "Browse";
    public const string ChooseFolder = "Choose a dataset or a folder of label maps";
    public static string House(int seed) => $"house {seed}";
    public static string NoFolder(string folder, string drawn) => $"Expected a folder of label maps or a dataset at '{folder}', found none; choose another, or {drawn}.";
}
