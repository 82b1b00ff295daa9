using Pix2Pix.Realtime;
using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.App.Data;
using Pix2Pix.Realtime.App.Distill;
using Pix2Pix.Realtime.App.Doctor;
using Pix2Pix.Realtime.App.Export;
using Pix2Pix.Realtime.App.Live.Composition;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.App.Testing;
using Pix2Pix.Realtime.App.Translate;
using Pix2Pix.Realtime.App.Tuning;
using Spectre.Console.Cli;

// The composition root of the command line: one line a verb.
var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("pix2pix");
    config.UseStrictParsing();
    config.SetExceptionHandler((fault, _) => ProgramFault.Report(fault, isUsage: fault is CommandAppException));
    // Training is a program of its own, which the launcher starts; the help of this one must not hide it.
    config.AddExample("live");
    config.AddExample("train", "--config", "configs/quick.yaml");
    config.AddCommand<LiveCommand>("live").WithDescription("Paint a label map and see its translation in the same instant.");
    config.AddBranch("data", data =>
    {
        data.SetDescription("Make, verify, join and download paired data.");
        data.AddCommand<DataSynthCommand>("synth").WithDescription("Draw paired facades into a new folder.");
        data.AddCommand<DataCheckCommand>("check").WithDescription("Decode every file of a dataset and say what training would find there.");
        data.AddCommand<DataCombineCommand>("combine").WithDescription("Join two folders of pictures, paired by name, into side-by-side pairs.");
        data.AddCommand<DataFetchCommand>("fetch").WithDescription("Download one of pix2pix's own datasets; a broken download goes on where it broke.");
    });
    config.AddCommand<BenchCommand>("bench").WithDescription("The performance table: frames, latency, start, idle, training.");
    config.AddCommand<TranslateCommand>("translate").WithDescription("Translate pictures and folders of pictures.");
    config.AddCommand<ExportCommand>("export").WithDescription("Write the generator of a run as ONNX, and verify it against libtorch.");
    config.AddCommand<DistillCommand>("distill").WithDescription("From a run to its fast student: a small generator that imitates the run's, in int8.");
    config.AddCommand<TestCommand>("test").WithDescription("Measure a generator over all test pairs, with a page of every triple.");
    config.AddCommand<PackCommand>("pack").WithDescription("Build the C library and put it into a package for Unity.");
    config.AddCommand<TuneCommand>("tune").WithDescription("Find the fastest way to run a generator here, and remember it.").IsHidden();
    config.AddCommand<DoctorCommand>("doctor").WithDescription("What this machine can do, what is missing, and what to do about it.");
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
