using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Inference;
using Pix2Pix.Realtime.Onnx;

namespace Pix2Pix.Realtime.App.Export;

/// <summary>Writes the int8 form of a generator where it keeps its looks, and says what it costs and wins.</summary>
internal static class Int8File
{
    /// <param name="floats">The .onnx file of floats.</param>
    /// <param name="output">The file to make.</param>
    /// <param name="calibration">A folder of pictures to calibrate with; null = drawn facades.</param>
    /// <param name="force">Whether to write it also where it is visibly worse.</param>
    /// <exception cref="UserException">It is visibly worse, or can't be made.</exception>
    public static void Write(string floats, string output, string? calibration, bool force)
    {
        var folder = Directory.CreateTempSubdirectory("pix2pix-int8-");
        try
        {
            var (export, trial) = (new Int8Export(floats, calibration), Path.Combine(folder.FullName, "int8.onnx"));
            export.Write(trial);
            var report = export.Measure(trial);
            if (!report.IsGoodEnough && !force)
            {
                throw new UserException(ExportTexts.TooDifferent(Int8Report.Wanted, report.Quality));
            }

            OnnxFile.Write(output, OnnxFile.Read(trial));
            Say(output, export, report);
        }
        finally
        {
            Removal.TryFolder(folder.FullName);
        }
    }

    private static void Say(string output, Int8Export export, Int8Report report)
    {
        Console.WriteLine(ExportTexts.Int8Written(Path.GetFileName(output), new FileInfo(output).Length / 1e6, export.Pictures));
        Console.WriteLine(report.Quality);
        Console.WriteLine(report.Speed);
        if (export.HasPictureNorms)
        {
            Console.WriteLine(ExportTexts.NormsLimit);
        }

        if (!Processor.MultipliesBytes)
        {
            Console.WriteLine(ExportTexts.NoVnni);
        }
    }
}
