using Pix2Pix.Realtime.App.Commands;
using Spectre.Console.Cli;

// The composition root of the command line: one line a verb.
var app = new CommandApp();
app.Configure(config =>
{
    config.SetApplicationName("pix2pix");
    config.UseStrictParsing();
    config.SetExceptionHandler(Faults.Report);
});
return Faults.ExitCode(app.Run(args));
