using System.IO.Compression;
using Pix2Pix.Realtime.App.Tests.Sources;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Labels;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Painting.Recording;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>What stands under its final name can be read to its end.</summary>
internal static class WholeFiles
{
    /// <summary>A film that was killed within its first second has a head and no picture yet.</summary>
    private const int HeadOfFilm = 4096;

    private static readonly Palette Facades = PaletteFile.Load("cmp-facade");

    /// <summary>Reads every file below a folder.</summary>
    public static void Assert(string place)
    {
        if (!Directory.Exists(place))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(place, "*", SearchOption.AllDirectories))
        {
            Read(file);
        }
    }

    private static void Read(string file)
    {
        switch (Path.GetExtension(file))
        {
            case ".png":
                ImageFile.Load(file);
                break;
            case ".onnx":
                OnnxFile.Read(file);
                break;
            case ".tgz":
                using (var package = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
                {
                    package.CopyTo(Stream.Null);
                }

                break;
            case ".mp4" when new FileInfo(file).Length > HeadOfFilm:
                Xunit.Assert.NotEqual("0", Ffmpeg.Probe(file, "stream=nb_read_frames"));
                break;
            case ".yaml" when file.EndsWith("strokes.yaml", StringComparison.Ordinal):
                Xunit.Assert.NotEmpty(StrokeFile.Load(file, Facades.Classes));
                break;
            case ".yaml":
                Xunit.Assert.EndsWith("\n", File.ReadAllText(file), StringComparison.Ordinal);
                break;
            default:
                break;
        }
    }
}
