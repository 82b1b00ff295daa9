using Pix2Pix.Realtime;
using Pix2Pix.Realtime.Training.CommandLine;
using Spectre.Console.Cli;

// The composition root of the training program's command line: one line a verb.
var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("pix2pix");
    config.UseStrictParsing();
    config.SetExceptionHandler((fault, _) => ProgramFault.Report(fault, isUsage: fault is CommandAppException));
    config.AddCommand<TrainCommand>("train").WithDescription("Train a generator from a configuration file.");
    config.AddCommand<HostCommand>("host").WithDescription("The training host on stdin and stdout, for the live window and for other machines.");
    config.AddCommand<BenchTrainCommand>("bench-train").WithDescription("The training rows of the performance table.").IsHidden();
    config.AddCommand<BenchEagerCommand>("bench-eager").WithDescription("libtorch as a peer of the app's bench.").IsHidden();
    config.AddCommand<ExportCommand>("export").WithDescription("Write the generator of a run; the app verifies it.").IsHidden();
    config.AddCommand<DoctorCommand>("doctor").WithDescription("Whether libtorch loads, and why.").IsHidden();
});
return ProgramFault.ExitCode(app.Run(ProgramFault.WithoutVerbose(args)));
