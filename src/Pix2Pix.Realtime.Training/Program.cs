using Pix2Pix.Realtime.Programs;
using Pix2Pix.Realtime.Training;
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
    verbs.Add<TrainCommand>("train", VerbTexts.Train);
    verbs.Add<HostCommand>("host", VerbTexts.Host);
    verbs.Add<BenchTrainCommand>("bench-train", TrainingProgramTexts.BenchTrain).IsHidden();
    verbs.Add<BenchRanksCommand>("bench-ranks", TrainingProgramTexts.BenchRanks).IsHidden();
    verbs.Add<BenchEagerCommand>("bench-eager", TrainingProgramTexts.BenchEager).IsHidden();
    verbs.Add<ExportCommand>("export", TrainingProgramTexts.Export).IsHidden();
    verbs.Add<DoctorCommand>("doctor", TrainingProgramTexts.Doctor).IsHidden();
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
