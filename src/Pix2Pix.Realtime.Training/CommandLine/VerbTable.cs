using System.Reflection;
using System.Text.RegularExpressions;
using Pix2Pix.Realtime.Settings;
using Spectre.Console.Cli;

namespace Pix2Pix.Realtime.Training.CommandLine;

/// <summary>The verbs of a program with their options, so that a misspelt one can be answered with the one that was meant. Both programs compile this file.</summary>
internal sealed partial class VerbTable(IConfigurator config)
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> _options = new(StringComparer.Ordinal);

    public ICommandConfigurator Add<TCommand>(string name, string description) where TCommand : class, ICommand
    {
        _options.Add(name, OptionsOf(typeof(TCommand)));
        return config.AddCommand<TCommand>(name).WithDescription(description);
    }

    /// <summary>Adds a verb to a group, e.g. <c>synth</c> to <c>data</c>.</summary>
    public ICommandConfigurator Add<TCommand>(IConfigurator<CommandSettings> branch, string group, string name, string description)
        where TCommand : class, ICommandLimiter<CommandSettings>
    {
        _options.Add($"{group} {name}", OptionsOf(typeof(TCommand)));
        return branch.AddCommand<TCommand>(name).WithDescription(description);
    }

    /// <summary>The error message for a rejected command line: one sentence and a hint.</summary>
    /// <param name="rejection">What the command-line library says, e.g. <c>Unknown option 'sorce'.</c></param>
    /// <param name="arguments">The command line.</param>
    public string Explain(string rejection, IReadOnlyList<string> arguments)
    {
        var verb = VerbOf(arguments);
        var help = verb.Length == 0 ? VerbTexts.Help : VerbTexts.HelpOf(verb);
        var unknown = Unknown().Match(rejection);
        if (!unknown.Success)
        {
            return $"{rejection.TrimEnd()} {help}";
        }

        var word = unknown.Groups["word"].Value;
        if (unknown.Groups["what"].Value == "option")
        {
            var written = arguments.FirstOrDefault(one => one.StartsWith('-') && one.TrimStart('-').Split('=')[0] == word) ?? word;
            var of = verb.Length == 0 ? "" : VerbTexts.OfVerb(verb);
            return VerbTexts.UnknownOption(written, of, Meant(word, _options.GetValueOrDefault(verb) ?? [], "--"), help);
        }

        return _options.ContainsKey(verb)
            ? VerbTexts.UnexpectedArgument(word, verb, help)
            : VerbTexts.UnknownCommand(word, Meant(word, [.. VerbsAfter(verb)], ""), help);
    }

    private static string Meant(string word, IReadOnlyCollection<string> known, string prefix) =>
        Spelling.Nearest(word, known) is { } near ? VerbTexts.Meant(prefix, near) : ".";

    /// <summary>The verb at the start of a command line, a group's name, or nothing.</summary>
    private string VerbOf(IReadOnlyList<string> arguments)
    {
        var two = string.Join(' ', arguments.Take(2));
        var one = arguments.Count > 0 ? arguments[0] : "";
        return _options.ContainsKey(two) ? two : _options.ContainsKey(one) || VerbsAfter(one).Any() ? one : "";
    }

    private IEnumerable<string> VerbsAfter(string group) => group.Length == 0
        ? _options.Keys.Select(verb => verb.Split(' ')[0]).Distinct()
        : _options.Keys.Where(verb => verb.StartsWith($"{group} ", StringComparison.Ordinal)).Select(verb => verb[(group.Length + 1)..]);

    private static IReadOnlyCollection<string> OptionsOf(Type command)
    {
        for (var type = command; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GenericTypeArguments.FirstOrDefault(typeof(CommandSettings).IsAssignableFrom) is { } settings)
            {
                return [.. settings.GetProperties().SelectMany(property => property.GetCustomAttribute<CommandOptionAttribute>()?.LongNames ?? []), "help"];
            }
        }

        return ["help"];
    }

    [GeneratedRegex("^Unknown (?<what>command|option) '(?<word>.*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();
}
