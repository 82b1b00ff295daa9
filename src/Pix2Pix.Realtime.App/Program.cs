using Pix2Pix.Realtime.App;
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
    verbs.Add<LiveCommand>("live", ProgramTexts.Live);
    verbs.Add<TrainingVerb<TrainOptions>>("train", VerbTexts.Train);
    verbs.Add<TrainingVerb<EmptyCommandSettings>>("host", VerbTexts.Host);
    config.AddBranch("data", data =>
    {
        data.SetDescription(ProgramTexts.Data);
        verbs.Add<DataSynthCommand>(data, "data", "synth", ProgramTexts.DataSynth);
        verbs.Add<DataCheckCommand>(data, "data", "check", ProgramTexts.DataCheck);
        verbs.Add<DataCombineCommand>(data, "data", "combine", ProgramTexts.DataCombine);
        verbs.Add<DataFetchCommand>(data, "data", "fetch", ProgramTexts.DataFetch);
    });
    verbs.Add<BenchCommand>("bench", ProgramTexts.Bench);
    verbs.Add<TranslateCommand>("translate", ProgramTexts.Translate);
    verbs.Add<ExportCommand>("export", ProgramTexts.Export);
    verbs.Add<ServeCommand>("serve", ProgramTexts.Serve);
    verbs.Add<DistillCommand>("distill", ProgramTexts.Distill);
    verbs.Add<ModelCommand>("model", ProgramTexts.Model);
    verbs.Add<TestCommand>("test", ProgramTexts.Test);
    verbs.Add<PackCommand>("pack", ProgramTexts.Pack);
    verbs.Add<TuneCommand>("tune", ProgramTexts.Tune).IsHidden();
    verbs.Add<DoctorCommand>("doctor", ProgramTexts.Doctor);
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
