using Pix2Pix.Realtime.App.Bench;
using Pix2Pix.Realtime.App.CommandLine;
using Pix2Pix.Realtime.App.Data;
using Pix2Pix.Realtime.App.Distill;
using Pix2Pix.Realtime.App.Doctor;
using Pix2Pix.Realtime.App.Export;
using Pix2Pix.Realtime.App.Export.Web;
using Pix2Pix.Realtime.App.Live.Composition;
using Pix2Pix.Realtime.App.Models;
using Pix2Pix.Realtime.App.Pack;
using Pix2Pix.Realtime.App.Testing;
using Pix2Pix.Realtime.App.Translate;
using Pix2Pix.Realtime.App.Tuning;
using Pix2Pix.Realtime.Programs;
using Pix2Pix.Realtime.Training.CommandLine;
using Spectre.Console.Cli;

ProgramStart.Prepare();

// The composition root of the command line: one line a verb.
var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("pix2pix");
    config.UseStrictParsing();
    var verbs = new VerbTable(config);
    config.SetExceptionHandler((fault, _) => ProgramFault.Report(fault, fault is CommandAppException ? verbs.Explain(fault.Message, args) : null));
    config.AddExample("live");
    config.AddExample("train", "--config", "configs/quick.yaml");
    verbs.Add<LiveCommand>("live", "Open the window: paint a label map and see its translation at once.");
    verbs.Add<TrainingVerb<TrainOptions>>("train", "Train a generator from a configuration file.");
    verbs.Add<TrainingVerb<EmptyCommandSettings>>("host", "Run the training host on stdin and stdout, for the live window and for other machines.");
    config.AddBranch("data", data =>
    {
        data.SetDescription("Make, verify, join and download paired data.");
        verbs.Add<DataSynthCommand>(data, "data", "synth", "Draw paired facades into a new folder.");
        verbs.Add<DataCheckCommand>(data, "data", "check", "Decode every file of a dataset and report what training would use.");
        verbs.Add<DataCombineCommand>(data, "data", "combine", "Join two folders of images, paired by file name, into side-by-side pairs.");
        verbs.Add<DataFetchCommand>(data, "data", "fetch", "Download one of pix2pix's own datasets; an interrupted download is resumed.");
    });
    verbs.Add<BenchCommand>("bench", "Measure performance: frames, latency, start-up, idle, training.");
    verbs.Add<TranslateCommand>("translate", "Translate images, folders of images, or a video.");
    verbs.Add<ExportCommand>("export", "Export a run's generator to ONNX (fp32, fp16 or int8) and verify it against libtorch.");
    verbs.Add<ServeCommand>("serve", "Serve a web page made by 'export --web' on this machine, to try it.");
    verbs.Add<DistillCommand>("distill", "Train a small, fast int8 generator (a student) that imitates a run's generator.");
    verbs.Add<ModelCommand>("model", "Show what an .onnx model reads and writes, and what is assumed to use it.");
    verbs.Add<TestCommand>("test", "Measure a generator on all test pairs, and write an HTML page with every result.");
    verbs.Add<PackCommand>("pack", "Package this program for people without the .NET SDK, or the C library for Unity, Krita or Blender.");
    verbs.Add<TuneCommand>("tune", "Find the fastest way to run a generator on this machine and remember it.").IsHidden();
    verbs.Add<DoctorCommand>("doctor", "Check what works on this machine, what is missing, and what to do about it.");
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
