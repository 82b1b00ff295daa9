using Pix2Pix.Realtime.App.Export;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Tuning;

/// <summary>
/// Finds out whether a generator is better run in int8 here: by the file that lies beside it (<c>NAME.int8.onnx</c>), or by one that is made for the purpose where facades can be
/// drawn to calibrate it with. Some seconds.
/// </summary>
internal static class Int8Trial
{
    /// <param name="path">The generator of floats.</param>
    /// <param name="floats">How it runs the fastest.</param>
    /// <param name="folder">Where one may be made.</param>
    /// <returns>The int8 file, where it is faster and looks the same, else null; and the reason, as a sentence.</returns>
    public static (string? File, string Words) Better(string path, LoadOptions floats, string folder)
    {
        try
        {
            var export = new Int8Export(path, folder: null);
            var file = Beside(path) is { } beside && File.Exists(beside) ? beside : Made(export, folder);
            var report = export.Measure(file, floats);
            var words = $"{Path.GetFileName(file)}: {report.Quality}; {report.Speed}";
            return report.IsGoodEnough && report.Speedup > ChoiceTrial.Margin ? (file, words) : (null, words);
        }
        catch (UserException fault)
        {
            return (null, fault.Message);
        }
    }

    private static string Beside(string path) => Path.ChangeExtension(path, $".{nameof(WeightPrecision.Int8).ToLowerInvariant()}.onnx");

    private static string Made(Int8Export export, string folder)
    {
        var file = Path.Combine(folder, "int8.onnx");
        export.Write(file);
        return file;
    }
}
