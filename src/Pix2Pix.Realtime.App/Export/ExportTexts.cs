using Pix2Pix.Realtime.Frames;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>What 'export' says.</summary>
internal static class ExportTexts
{
    public const string OneSource = "Expected exactly one of --run FOLDER, --weights FILE and --model FILE.";
    public const string WebOptions = "Expected --web FOLDER with --model FILE, and neither --output nor --force.";
    public const string NoOutput = "Expected a file after --output, found none.";
    public static string Int8Only(string precision) => $"Expected --precision int8 with --model, found {precision}; the file is already in floating point.";
    public static string Int8NeedsOnnx(string output) => $"Expected an .onnx file after --output for int8, found '{output}'.";
    public const string Int8Options = "Expected --precision int8 with --calibration or --force.";
    public static string FileExists(string file) => $"Expected a file that does not exist yet, but '{file}' does; name another, nothing was changed.";
    public static string PageWritten(string folder) => $"{folder}: try it with 'pix2pix serve {folder}', or put the folder on any web server";
    public static string Written(string file, double megabytes) => $"{file}: {megabytes:F1} MB";
    public static string Verified(string file, double megabytes, FrameShape input, float largest, float mean) => $"{file}: {megabytes:F1} MB, {input}; largest difference from libtorch {largest:G2}, mean {mean:G2}";

    public static string IsInt8(string file) => $"Expected an fp32 or fp16 generator, found '{file}' in int8; use the file that it was made from.";
    public const string DrawnFacades = "drawn facades";
    public static string PairsOf(string folder) => $"pairs of '{folder}'";
    public static string ImagesOf(string folder) => $"images of '{folder}'";
    public static string NoPictures(string folder) => $"Expected label maps or pairs for calibration in '{folder}', found no images; name another folder, or omit --calibration for drawn facades.";
    public static string NoCalibration(FrameShape input, string palette, string drawn) => $"Expected --calibration FOLDER with inputs of this generator ({input}, palette '{palette}'), found none; only square label maps of the palette {drawn} can be drawn automatically.";
    public static string NotSquare(FrameShape input) => $"Expected a generator of square images for calibration with pairs, found {input}; name a folder with inputs only.";
    public static string NoPairs(string folder, string launcher) => $"Expected readable pairs for calibration in '{folder}', found none; '{launcher} data check' shows why.";
    public static string Calibration(int calibrated, string pictures, int evaluated) => $"{calibrated} {pictures}, evaluated on {evaluated} others";
    public static string TooDifferent(string wanted, string quality) => $"Expected a PSNR of {wanted}, found {quality}: int8 is visibly worse here, so nothing was written; calibrate with more typical inputs (--calibration), or write it anyway with --force.";
    public static string Int8Written(string output, double megabytes, string calibration) => $"{output}: {megabytes:F1} MB, int8, calibrated with {calibration}";
    public const string NormsLimit = "The speed-up is limited by the fp32 norms between the convolutions; a generator with generator.statistics: running has none.";
    public const string NoVnni = "This CPU has no int8 instructions (VNNI): the result is the same, but fp32 may be faster.";
    public static string Quality(double mean, double worst, int count) => FormattableString.Invariant($"PSNR against fp32: mean {mean:F1} dB, worst {worst:F1} dB of {count}");
    public static string Speed(double factor, double int8, double fp32) => FormattableString.Invariant($"{factor:F2}x as fast as fp32 ({int8:F1} ms against {fp32:F1} ms)");
    public static string Wanted(double leastMean, double leastWorst) => FormattableString.Invariant($"at least {leastMean:F0} and {leastWorst:F0} dB");
}
