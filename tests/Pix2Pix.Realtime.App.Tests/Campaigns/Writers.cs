using System.Diagnostics;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Synthesis;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>The verbs that write files, each with little work, and all that it writes below one folder.</summary>
internal sealed class Writers : IDisposable
{
    public const string Train = "train";
    public const string Record = "record";

    private const int Pictures = 40;

    /// <summary>Enough for a package to take a moment.</summary>
    private const int LibraryBytes = 8 << 20;

    private readonly LiveRun _run = new(side: 64);

    public Writers()
    {
        Directory.CreateDirectory(_run.At("in"));
        for (ulong i = 0; i < Pictures; i++)
        {
            ImageFile.Save(_run.At($"in/{i}.png"), FacadeSynthesizer.Draw(i, 64, 64).Photo, isDurable: false);
        }

        Directory.CreateDirectory(_run.At("library"));
        var library = new byte[LibraryBytes];
        new Random(1).NextBytes(library);
        File.WriteAllBytes(_run.At("library/libpix2pix_realtime.so"), library);
    }

    /// <summary>The names of the verbs; a recording is one of <c>live</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["synth", "translate", Train, "export", "pack", Record];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="place">The folder that it writes into; it need not exist.</param>
    public string[] Line(string name, string place) => name switch
    {
        "synth" => ["data", "synth", "-o", place, "--count", "400", "--size", "64"],
        "translate" => ["translate", _run.At("in"), "-o", place, "--model", _run.Model],
        "export" => ["export", "--model", _run.Model, "--precision", "int8", "--calibration", _run.At("in"), "--force", "-o", In(place, "small.onnx")],
        "pack" => ["pack", "unity", "--library", _run.At("library"), "-o", In(place, "package.tgz")],
        Record => ["live", "--headless", "--model", _run.Model, "--source", "test", "--clock", "real", "--frames", "100000", "--screenshot", In(place, "last.png"), "--record", In(place, "film.mp4")],
        _ =>
        [
            "train", "--config", ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={place}", "run.name=r", "generator.start_from=", "generator.norm=batch", "data.load_size=64", "data.crop_size=64", "generator.width=4",
            "discriminator.width=4", "output.checkpoint_every=2", "output.snapshot_every=3", "output.sample_every=3", "output.validate_every=1000",
        ],
    };

    public static Process Start(string[] line)
    {
        var program = line[0] == Train
            ? ProjectFolder.Under("artifacts", "bin", "Pix2Pix.Realtime.Training", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Pix2Pix.Realtime.Training.dll")
            : Path.Combine(AppContext.BaseDirectory, "pix2pix.dll");
        Assert.SkipUnless(File.Exists(program), $"'{program}' is not built");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public void Dispose() => _run.Dispose();

    private static string In(string place, string name) => Path.Combine(Directory.CreateDirectory(place).FullName, name);
}
