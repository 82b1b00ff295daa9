using Pix2Pix.Realtime.Programs;
using Pix2Pix.Realtime.Training.CommandLine;
using Spectre.Console.Cli;

ProgramStart.Prepare();

// The composition root of the training program's command line: one line a verb.
var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("pix2pix");
    config.UseStrictParsing();
    var verbs = new VerbTable(config);
    config.SetExceptionHandler((fault, _) => ProgramFault.Report(fault, fault is CommandAppException ? verbs.Explain(fault.Message, args) : null));
    verbs.Add<TrainCommand>("train", "Train a generator from a configuration file.");
    verbs.Add<HostCommand>("host", "Run the training host on stdin and stdout, for the live window and for other machines.");
    verbs.Add<BenchTrainCommand>("bench-train", "The training rows of the performance table.").IsHidden();
    verbs.Add<BenchRanksCommand>("bench-ranks", "What several ranks gain, for the performance table.").IsHidden();
    verbs.Add<BenchEagerCommand>("bench-eager", "libtorch as a peer of the app's bench.").IsHidden();
    verbs.Add<ExportCommand>("export", "Write the generator of a run; the app verifies it.").IsHidden();
    verbs.Add<DoctorCommand>("doctor", "Whether libtorch loads, and why.").IsHidden();
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
