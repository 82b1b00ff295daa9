namespace Pix2Pix.Realtime.Training.Benchmarks;

/// <summary>Texts of the measurements.</summary>
internal static class BenchmarksTexts
{
    public static string NotUNet(string found) => $"Expected a network of U-Net nodes, found {found}.";
    public const string TheRecipe = "the benchmark's recipe";
}
