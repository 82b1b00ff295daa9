using System.Diagnostics;
using Pix2Pix.Realtime.App.Tests.Live;
using Pix2Pix.Realtime.Files;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Onnx;
using Pix2Pix.Realtime.Synthesis;
using Pix2Pix.Realtime.Tests.Shared;

namespace Pix2Pix.Realtime.App.Tests.Campaigns;

/// <summary>Programs that are killed in mid-write or run out of disk: what stands under its final name is whole.</summary>
public sealed class WriterCampaign : IDisposable
{
    private readonly LiveRun _run = new(side: 64);
    private readonly TemporaryFolder _folder = new();
    private int _cases;

    public WriterCampaign()
    {
        Directory.CreateDirectory(_run.At("in"));
        for (ulong i = 0; i < 40; i++)
        {
            ImageFile.Save(_run.At($"in/{i}.png"), FacadeSynthesizer.Draw(i, 64, 64).Photo, isDurable: false);
        }
    }

    [Fact]
    public Task A_program_that_is_killed_leaves_whole_files_and_its_run_goes_on() => Campaign.RunAsync("kills over train, translate, synth", 3, async random =>
    {
        var place = Path.Combine(_folder.Path, $"{_cases++}");
        var (name, arguments) = Writer(random.Next(3), place);
        using (var process = Start(arguments))
        {
            // Any moment, from the program's start to well into its work.
            using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(0.2 + (random.NextDouble() * 6)));
            try
            {
                await process.WaitForExitAsync(moment.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }

        AssertWhole(place);
        if (name == "train")
        {
            var (code, said) = await EndAsync([.. arguments, "training.steps=8", "--resume"]);
            Assert.True(code == 0, said);
            AssertWhole(place);
            Assert.Empty(Directory.GetFiles(place, "*.part", SearchOption.AllDirectories));
        }

        Delete(place);
    });

    [Fact]
    public Task A_program_whose_disk_is_full_says_one_sentence_and_leaves_whole_files() => Campaign.RunAsync("full disks under train, translate, synth", 2, async random =>
    {
        using var disk = SmallDisk.Mount(_folder, $"{16 << random.Next(7)}k");
        var (name, arguments) = Writer(random.Next(3), disk.File("out"));
        var (code, said) = await EndAsync(name == "train" ? [.. arguments, "training.steps=8"] : arguments);
        Assert.True(code is 0 or 1, $"{name}: exit code {code}: {said}");
        Assert.DoesNotContain("fault of the program", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AggregateException", said, StringComparison.Ordinal);
        AssertWhole(disk.Path);
    });

    public void Dispose()
    {
        _run.Dispose();
        _folder.Dispose();
    }

    private (string Name, string[] Arguments) Writer(int kind, string place) => kind switch
    {
        0 => ("synth", ["data", "synth", "-o", place, "--count", "400", "--size", "64"]),
        1 => ("translate", ["translate", _run.At("in"), "-o", place, "--model", _run.Model]),
        _ => ("train",
        [
            "train", "--config", ProjectFolder.Under("configs", "quick.yaml"), $"run.folder={place}", "run.name=r", "generator.start_from=", "generator.norm=batch", "data.load_size=64", "data.crop_size=64", "generator.width=4",
            "discriminator.width=4", "output.checkpoint_every=2", "output.snapshot_every=3", "output.sample_every=3", "output.validate_every=1000",
        ]),
    };

    private static Process Start(string[] arguments)
    {
        var program = arguments[0] == "train"
            ? ProjectFolder.Under("artifacts", "bin", "Pix2Pix.Realtime.Training", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Pix2Pix.Realtime.Training.dll")
            : Path.Combine(AppContext.BaseDirectory, "pix2pix.dll");
        Assert.SkipUnless(File.Exists(program), $"'{program}' is not built");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return process;
    }

    private static async Task<(int Code, string Said)> EndAsync(string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static void AssertWhole(string place)
    {
        if (!Directory.Exists(place))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(place, "*", SearchOption.AllDirectories))
        {
            switch (Path.GetExtension(file))
            {
                case ".png": ImageFile.Load(file); break;
                case ".onnx": OnnxFile.Read(file); break;
                default: break;
            }
        }
    }

    private static void Delete(string place)
    {
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }
}
