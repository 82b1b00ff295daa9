namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>What the verbs do that both programs list, and texts about verbs and options that are not there.</summary>
internal static class VerbTexts
{
    public const string Train = "Train a generator from a configuration file.";
    public const string Host = "Run the training host on stdin and stdout, for the live window and for other machines.";

    public const string Help = "Try 'pix2pix --help'.";
    public static string HelpOf(string verb) => $"Try 'pix2pix {verb} --help'.";
    public static string OfVerb(string verb) => $" of '{verb}'";
    public static string UnknownOption(string option, string of, string meant, string help) => $"Unknown option '{option}'{of}{meant} {help}";
    public static string UnexpectedArgument(string argument, string verb, string help) => $"Unexpected argument '{argument}' after '{verb}'. {help}";
    public static string UnknownCommand(string command, string meant, string help) => $"Unknown command '{command}'{meant} {help}";
    public static string Meant(string prefix, string near) => $"; did you mean {prefix}{near}?";
}
